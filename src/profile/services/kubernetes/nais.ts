import { type Word, wordAt } from '../../word.ts';
import { entryOf, type ManifestLine } from './lines.ts';

/** Whether a document is an application of Nais. (docs.nais.io, "Nais Application reference") */
export function isNaisApplication(lines: readonly ManifestLine[]): boolean {
  return (
    /^["']?nais\.io\//.test(entryOf(lines, 'apiVersion')?.value ?? '') &&
    /^["']?Application\b/.test(entryOf(lines, 'kind')?.value ?? '')
  );
}

interface NaisContainer {
  readonly ports: readonly { readonly name: string; readonly port: number; readonly word: Word }[];
  readonly probe: Word | null;
}

/** What an application of Nais says of its one container: its port, and whether it is ready, else whether it lives. */
export function naisContainer(file: string, lines: readonly ManifestLine[]): NaisContainer {
  const spec = entryOf(lines, 'spec')?.below ?? [];
  const port = /^["']?(\d{2,5})\b/.exec(entryOf(spec, 'port')?.value ?? '')?.[1];
  const portLine = entryOf(spec, 'port')?.line.number ?? 0;
  const paths = ['readiness', 'liveness', 'startup'].flatMap(
    (key) => entryOf(entryOf(spec, key)?.below ?? [], 'path') ?? [],
  );
  const [route] = paths.flatMap(({ value, line }) => {
    const [, path] = ROUTE.exec(value) ?? [];
    return path === undefined ? [] : [wordAt(path.startsWith('/') ? path : `/${path}`, file, line.number)];
  });
  return {
    ports: port === undefined ? [] : [{ name: '', port: Number(port), word: wordAt(port, file, portLine) }],
    probe: route ?? null,
  };
}

/** Nais puts the stroke before a path that has none. */
const ROUTE = /^["']?([\w./-]{1,200})["']?(?:\s|$)/;
