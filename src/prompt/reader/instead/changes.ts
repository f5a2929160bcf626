import { has, isSaid } from '../clauses/chunks.ts';
import type { Atom } from '../meaning.ts';

const CHANGE = /^(?:switch|change|update|migrate|port|set|pin|lock)$/i;

/** Whether a number or a version is said: `migrate ledger to Postgres` is work for somebody. */
function isValue(atom: Atom | undefined, next: Atom | undefined): boolean {
  const tag = atom?.meaning.tag ?? 'unknown';
  if (/^(?:database|language|version-word)$/.test(tag))
    return /^(?:number|versions|version-word)$/.test(next?.meaning.tag ?? '');
  return /^(?:number|versions|minutes)$/.test(tag);
}

/** `upgrade the redis of cart to 8`: another version of the database that was named. */
export function withUpgraded(atoms: readonly Atom[]): readonly Atom[] {
  const database = atoms.findIndex(({ meaning }) => meaning.tag === 'database' && meaning.version === undefined);
  const to = atoms.findIndex(({ words }, at) => at > database + 1 && /^to$/i.test(words));
  const value = atoms[to + 1];
  const isChanged =
    has(atoms.slice(0, Math.max(database, 0)), 'adjust') && !has(atoms, 'minutes', 'language', 'replicas');
  // `from redis 7 to 8` says both.
  const isFrom = /^(?:number|versions)$/.test(atoms[database + 1]?.meaning.tag ?? '');
  const isLast = to > 0 && atoms.slice(to + 2).every((atom) => !isSaid(atom));
  if (database < 0 || isFrom || !isChanged || !isLast || !value || !/^(?:number|versions)$/.test(value.meaning.tag))
    return atoms;
  return [...atoms.slice(0, database + 1), value, ...atoms.slice(database + 1, to)].map((atom) =>
    atom.meaning.tag === 'adjust' ? { ...atom, meaning: { tag: 'do' } } : atom,
  );
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
