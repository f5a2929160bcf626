import { isName } from '../clauses/chunks.ts';
import type { Atom, Meaning } from '../meaning.ts';

const ARROW = /^(?:-{1,2}>|={1,2}>|\u2192|\u27a1\ufe0f?)$/;

/** `ledger -> maven central`, `web => staging`, `Java 21 -> 25`: where something goes, and the value that takes the place of another. */
export function withArrows(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(({ words }) => ARROW.test(words));
  const [before, next] = [atoms[at - 1], atoms[at + 1]];
  if (at < 1 || !before || !next) return atoms;
  if (isValue(before) && isValue(next)) return withArrows(atoms.toSpliced(at - 1, 2, TO));
  const goal = isName(before) ? goalOf(next) : null;
  return goal ? [...atoms.slice(0, at), { meaning: goal, words: 'to' }, ...withArrows(atoms.slice(at + 1))] : atoms;
}

const TO: Atom = { meaning: { tag: 'filler' }, words: 'to' };

function goalOf({ meaning }: Atom): Meaning | null {
  if (meaning.tag === 'packages') return { tag: 'publish' };
  return meaning.tag === 'environment' ? { tag: 'deploy' } : null;
}

function isValue({ meaning }: Atom): boolean {
  return meaning.tag === 'number' || (meaning.tag === 'versions' && meaning.tool === null);
}
