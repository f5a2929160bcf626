import type { Evidence } from '../../domain/evidence.ts';
import { environmentFiles } from '../compose/env-file.ts';
import { linesOf } from '../lines.ts';
import { oncePerFile } from '../once.ts';
import { ancestors, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Word } from '../word.ts';
import type { Kind } from './kinds.ts';

const ADDRESS =
  /^\s{0,8}(?:export\s{1,8})?\w{1,100}\s{0,8}=\s{0,8}["']?(?:jdbc:)?(\w{1,20})(?:\+\w{1,20})?:\/\/(?:[^\s@/]{0,200}@)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0)\b/;

const HOST =
  /^\s{0,8}(?:export\s{1,8})?(\w{1,100})\s{0,8}=\s{0,8}["']?(?:https?:\/\/)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0)\b/;

interface Addressed {
  readonly image: null;
  readonly environment: ReadonlyMap<string, Word>;
  readonly because: readonly Evidence[];
}

/** What tells that an address is of a kind of server: the scheme of a URL, or the variable that alone names its emulator. */
type Addressee = Pick<Kind, 'scheme' | 'emulator'>;

/** A server on this machine that a `.env` file, in the folder or above it, gives the address of. */
export function localAddress(snapshot: Snapshot, directory: string, kind: Addressee): Addressed | null {
  for (const folder of ancestors(directory)) {
    const found = addressesIn(snapshot, folder).find(
      ({ scheme, variable }) =>
        (scheme !== null && kind.scheme.test(scheme)) || (variable !== null && variable === kind.emulator),
    );
    if (found) return { image: null, environment: new Map(), because: [snapshot.evidence(found.file, found.line)] };
  }
  return null;
}

/** A line of a `.env` file that gives an address on this machine. */
interface Address {
  readonly file: string;
  readonly line: number;
  /** Of a URL. */
  readonly scheme: string | null;
  readonly variable: string | null;
}

const addressesIn = oncePerFile((snapshot, folder): readonly Address[] =>
  environmentFiles(snapshot, folder).flatMap((name) => {
    const file = joinPath(folder, name) ?? name;
    return linesOf(snapshot.text(file) ?? '').flatMap(({ text, number: line }) => {
      const scheme = ADDRESS.exec(text)?.[1] ?? null;
      const variable = HOST.exec(text)?.[1] ?? null;
      return scheme === null && variable === null ? [] : [{ file, line, scheme, variable }];
    });
  }),
);
