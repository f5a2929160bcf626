import type { Evidence } from '../../domain/evidence.ts';
import { environmentFiles } from '../compose/env-file.ts';
import { firstMatch } from '../lines.ts';
import { ancestors, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Word } from '../word.ts';

const ADDRESS =
  /^\s{0,8}(?:export\s{1,8})?\w{1,100}\s{0,8}=\s{0,8}["']?(?:jdbc:)?(\w{1,20})(?:\+\w{1,20})?:\/\/(?:[^\s@/]{0,200}@)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0)\b/;

interface Addressed {
  readonly image: null;
  readonly environment: ReadonlyMap<string, Word>;
  readonly because: readonly Evidence[];
}

/** A server on this machine that a `.env` file, in the folder or above it, gives the address of. */
export function localAddress(snapshot: Snapshot, directory: string, scheme: RegExp): Addressed | null {
  for (const folder of ancestors(directory)) {
    for (const name of environmentFiles(snapshot, folder)) {
      const file = joinPath(folder, name) ?? name;
      const found = addressIn(snapshot.text(file) ?? '', scheme);
      if (found !== null) return { image: null, environment: new Map(), because: [snapshot.evidence(file, found)] };
    }
  }
  return null;
}

function addressIn(text: string, scheme: RegExp): number | null {
  const pattern = { exec: (line: string) => matchOf(line, scheme) };
  return firstMatch(text, pattern)?.line ?? null;
}

function matchOf(line: string, scheme: RegExp): RegExpExecArray | null {
  const match = ADDRESS.exec(line);
  return match && scheme.test(match[1] ?? '') ? match : null;
}
