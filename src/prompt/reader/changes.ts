import { has, isSaid } from './chunks.ts';
import type { Atom } from './meaning.ts';

const CHANGE = /^(?:switch|change|update|migrate|port|set|pin|lock)$/i;

/** Whether a number or a version is said: `migrate ledger to Postgres` is work for somebody. */
function isValue(atom: Atom | undefined, next: Atom | undefined): boolean {
  const tag = atom?.meaning.tag ?? 'unknown';
  if (/^(?:database|language|version-word)$/.test(tag))
    return /^(?:number|versions|version-word)$/.test(next?.meaning.tag ?? '');
  return /^(?:number|versions|minutes)$/.test(tag);
}

/** `switch the Java version to 25`, `change the timeout to 20 minutes`: another value, said whole. */
export function withChanges(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex((atom) => isSaid(atom) || atom.meaning.tag === 'do');
  const verb = atoms[at];
  const to = atoms.findIndex(({ words }, index) => index > at && /^to$/i.test(words));
  const isOfValue = has(atoms.slice(at + 1, to), 'language', 'timeout', 'database', 'selector', 'version-word');
  if (!verb || !CHANGE.test(verb.words) || to < 0 || !isValue(atoms[to + 1], atoms[to + 2]) || !isOfValue) return atoms;
  return atoms.map((atom) => (atom === verb ? { ...atom, meaning: { tag: 'adjust' } } : atom));
}
