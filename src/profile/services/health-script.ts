import { pathOf } from '../docker/sources.ts';
import { linesOf } from '../lines.ts';
import { baseName, isWithin, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Word } from '../word.ts';
import type { ImageBuild } from './image-build.ts';

/** The programs of the repository that the checks of an image start, each with the check: what a Dockerfile copies under the name that the check calls, by itself or in a folder. */
export function checkScripts(snapshot: Snapshot, build: ImageBuild): readonly CheckScript[] {
  const { facts, compose } = build;
  return [facts.healthcheck, compose?.healthcheck ?? null].flatMap((check) => {
    const words = check?.value.split(/[\s"',[\]]+/) ?? [];
    const file = copiedAlone(snapshot, build, words) ?? copiedBelow(snapshot, build, words);
    return check && file !== null ? [{ check, file }] : [];
  });
}

function copiedAlone(snapshot: Snapshot, { facts, context }: ImageBuild, words: readonly string[]): string | null {
  const names = new Set(words.map(baseName));
  const source = facts.sources.find(({ value }) => baseName(value).length > 2 && names.has(baseName(value)));
  const file = source ? pathOf(snapshot, context, source.value) : null;
  return file !== null && snapshot.has(file) ? file : null;
}

/** `/app/shop/check.py`, where `shop` is copied, or all of what holds it: the file whose path is the longest end of that one. */
function copiedBelow(snapshot: Snapshot, { facts, context }: ImageBuild, words: readonly string[]): string | null {
  const folders = facts.sources.flatMap(({ value }) => pathOf(snapshot, context, value) ?? []);
  const isCopied = (file: string) => folders.some((folder) => isWithin(folder, file));
  for (const word of words.filter((it) => PROGRAM.test(it))) {
    const steps = word.split('/').filter((step) => step !== '' && step !== '.');
    const ends = steps.map((_, at) => steps.slice(at).join('/'));
    const paths = ends.flatMap((end) => [context, ...folders].flatMap((folder) => joinPath(folder, end) ?? []));
    const file = paths.find((path) => snapshot.has(path) && isCopied(path));
    if (file !== undefined) return file;
  }
  return null;
}

/** A path of a script, of which no more steps are looked at than anybody writes. */
const PROGRAM = /^(?:[\w.${}-]{0,60}\/){1,12}[\w.-]{1,60}\.(?:py|sh|bash|[cm]?js|rb|php|pl)$/;

export interface CheckScript {
  readonly check: Word;
  readonly file: string;
}

/** A longer program is no check. */
const MOST_LINES = 2_000;

/** What a program fills into its texts: `${port}` of a shell, `{port}` of Python, `$PORT`. */
const FILLED = /\$?\{[^{}]{0,200}\}|\$\w{1,60}/g;

/** The address of its own, as far as it is written; what stands behind it is asked there. */
const OWN = /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\])?(?::\d{0,5})?(\/[\w./~-]{1,200})/;

/** The path that such a program asks the image itself for; null where it asks for none. */
export function askedByScript(snapshot: Snapshot, { check, file }: CheckScript): Word | null {
  for (const { text, number } of linesOf(snapshot.text(file) ?? '').slice(0, MOST_LINES)) {
    const path = OWN.exec(text.replace(FILLED, ''))?.[1];
    if (path !== undefined && !/^\s*(?:#|\/\/)/.test(text))
      return { value: path, at: [...check.at, { file, line: number }] };
  }
  return null;
}
