import type { Evidence } from '../../domain/evidence.ts';
import { environmentFiles } from '../compose/env-file.ts';
import { firstMatch } from '../lines.ts';
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
    for (const name of environmentFiles(snapshot, folder)) {
      const file = joinPath(folder, name) ?? name;
      const found = addressIn(snapshot.text(file) ?? '', kind);
      if (found !== null) return { image: null, environment: new Map(), because: [snapshot.evidence(file, found)] };
    }
  }
  return null;
}

function addressIn(text: string, kind: Addressee): number | null {
  return firstMatch(text, { exec: (line: string) => urlOf(line, kind) ?? emulatorOf(line, kind) })?.line ?? null;
}

function urlOf(line: string, { scheme }: Addressee): RegExpExecArray | null {
  const match = ADDRESS.exec(line);
  return match && scheme.test(match[1] ?? '') ? match : null;
}

function emulatorOf(line: string, { emulator }: Addressee): RegExpExecArray | null {
  const match = emulator === undefined ? null : HOST.exec(line);
  return match?.[1] === emulator ? match : null;
}
