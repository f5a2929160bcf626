import { has, isSaid, tagged } from '../clauses/chunks.ts';
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

/**
 * `move ledger from Java 17 to 21`, `bump Go from 1.24 to 1.26`: what is moved leaves the one version for the other, and runs on none between; `test it from
 * Python 3.9 to 3.12` does.
 */
export function withMoved(atoms: readonly Atom[]): readonly Atom[] {
  const from = atoms.findIndex(({ words }, at) => /^from$/i.test(words) && isMoved(atoms.slice(0, at)));
  const old = from < 0 ? null : versionBehind(atoms, from);
  const to = old === null ? -1 : old.end;
  const fresh = old === null || !/^to$/i.test(atoms[to]?.words ?? '') ? null : versionBehind(atoms, to);
  const [named, ...others] = tagged(partBefore(atoms.slice(0, Math.max(from, 0))), 'language');
  const tool = old?.tool ?? (others.length === 0 ? (named?.meaning.tool ?? null) : null);
  if (from < 0 || fresh === null || tool === null || (fresh.tool !== null && fresh.tool !== tool)) return atoms;
  // `from 3 to 6 replicas` counts something else, and `to 20 or 22` leaves it open.
  const next = atoms[fresh.end];
  const isEnd = next === undefined || (next.meaning.tag === 'join' && !/^or$/i.test(next.words)) || !isSaid(next);
  const language = old?.tool == null || fresh.tool !== null ? [] : atoms.slice(from + 1, from + 2);
  if (!isEnd) return atoms;
  const verb = verbBefore(atoms.slice(0, from));
  const behind = [...atoms.slice(0, from), ...atoms.slice(to, to + 1), ...language, ...atoms.slice(to + 1)];
  return behind.map((atom) => (atom === verb ? { ...atom, meaning: { tag: 'adjust' } } : atom));
}

const MOVE = /^(?:move|moves|switch|change|update|upgrade|downgrade|bump|migrate|port|take|bring)$/i;

function isMoved(before: readonly Atom[]): boolean {
  return verbBefore(before) !== undefined;
}

function partBefore(before: readonly Atom[]): readonly Atom[] {
  return before.slice(before.findLastIndex(({ meaning }) => meaning.tag === 'join') + 1);
}

/** The verb of a part, before what is moved. */
function verbBefore(before: readonly Atom[]): Atom | undefined {
  const part = partBefore(before);
  const own = part.filter((atom) => isSaid(atom) || atom.meaning.tag === 'do');
  return has(part, 'remove', 'gate', 'when') ? undefined : own.find(({ words }, at) => at === 0 && MOVE.test(words));
}

/** A version, with the language before it where one is named. */
function versionBehind(
  atoms: readonly Atom[],
  at: number,
): { readonly tool: string | null; readonly end: number } | null {
  const first = atoms[at + 1]?.meaning;
  const tool = first?.tag === 'language' ? first.tool : null;
  const place = first?.tag === 'language' ? at + 2 : at + 1;
  const value = atoms[place]?.meaning;
  const isVersion = value?.tag === 'number' || (value?.tag === 'versions' && value.tool === null);
  return isVersion && (first?.tag !== 'language' || tool !== null) ? { tool, end: place + 1 } : null;
}
