import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import type { Atom, Tag } from '../meaning.ts';

/**
 * `move ledger from Java 17 to 21`, `bump Go from 1.24 to 1.26`: what is moved leaves the one version for the other, and runs on none between; `test it from
 * Python 3.9 to 3.12` does.
 */
export function withMoved(atoms: readonly Atom[]): readonly Atom[] {
  let read = inOrder(withoutOldServer(atoms));
  for (let at = 0; at < read.length; at += 1)
    if (/^from$/i.test(read[at]?.words ?? '') && verbBefore(read.slice(0, at)) !== undefined)
      read = versionMoved(read, at) ?? serverMoved(read, at) ?? valueMoved(read, at) ?? read;
  return read;
}

/** `move ledger to Postgres 17 from MySQL 8`: what is left is none that it needs. */
function withoutOldServer(atoms: readonly Atom[]): readonly Atom[] {
  const to = atoms.findIndex((atom, at) => isTo(atom) && atoms[at + 1]?.meaning.tag === 'database');
  if (to < 0 || verbBefore(atoms.slice(0, to)) === undefined) return atoms;
  return atoms.map((atom, at) => {
    const isOld = at > to && /^from$/i.test(atoms[at - 1]?.words ?? '') && atom.meaning.tag === 'database';
    return isOld ? { ...atom, meaning: { tag: 'unknown' } } : atom;
  });
}

/** `move cart to Go 1.26 from 1.25`, `upgrade to Python 3.13 (from 3.11)`: what is left is said last. */
function inOrder(atoms: readonly Atom[]): readonly Atom[] {
  let read = atoms;
  for (let to = 0; to < read.length; to += 1) {
    const end = isTo(read[to]) ? endOfValue(read, to) : null;
    const isOpen = end !== null && read[end]?.words === '(';
    const from = isOpen ? end + 1 : end;
    const last = from !== null && /^from$/i.test(read[from]?.words ?? '') ? endOfValue(read, from) : null;
    if (end === null || from === null || last === null || verbBefore(read.slice(0, to)) === undefined) continue;
    const close = isOpen && read[last]?.words === ')' ? last + 1 : last;
    read = [...read.slice(0, to), ...read.slice(from, last), ...read.slice(to, end), ...read.slice(close)];
  }
  return read;
}

/** Where the value behind a word ends. */
function endOfValue(atoms: readonly Atom[], at: number): number | null {
  const [version, value] = [versionBehind(atoms, at), valueAt(atoms, at + 1)];
  return Math.max(version?.end ?? 0, value?.end ?? 0) || null;
}

function versionMoved(atoms: readonly Atom[], from: number): readonly Atom[] | null {
  const old = versionBehind(atoms, from);
  const to = old?.end ?? -1;
  const fresh = old === null || !isTo(atoms[to]) ? null : versionBehind(atoms, to);
  const part = partBefore(atoms.slice(0, from));
  const [named, ...others] = tagged(part, 'language');
  const own = others.length === 0 ? (named?.meaning.tool ?? null) : null;
  const tool = old?.tool ?? own ?? (others.length === 0 ? (fresh?.tool ?? null) : null);
  // `cart from 1.24 to 1.25`: of what it runs on, as a number with a dot is.
  const isOfName =
    part.some(isName) && !has(part, 'database', 'language') && atoms[from + 1]?.meaning.tag === 'versions';
  if (fresh === null || (tool === null && !isOfName) || (fresh.tool !== null && fresh.tool !== tool)) return null;
  const language = old?.tool == null || fresh.tool !== null ? [] : atoms.slice(from + 1, from + 2);
  return isEnd(atoms[fresh.end]) ? withoutOld(atoms, { from, to, between: language }) : null;
}

/** `move ledger's Postgres from 16 to 17`: the server that is named before it, in its other version. */
function serverMoved(atoms: readonly Atom[], from: number): readonly Atom[] | null {
  const part = partBefore(atoms.slice(0, from));
  const [server, ...others] = tagged(part, 'database');
  const [old, fresh] = [versionBehind(atoms, from), versionBehind(atoms, from + 2)];
  const isMoved = old?.end === from + 2 && isTo(atoms[from + 2]) && fresh?.end === from + 4 && isEnd(atoms[from + 4]);
  const value = atoms[from + 3];
  const isOne = server !== undefined && others.length === 0 && server.meaning.version === undefined;
  if (!isOne || !isMoved || !value || has(part, 'language')) return null;
  const verb = verbBefore(atoms.slice(0, from));
  return [...atoms.slice(0, from), ...atoms.slice(from + 4)].flatMap((atom): readonly Atom[] => {
    if (atom === verb) return [{ ...atom, meaning: { tag: 'do' } }];
    return atom === server ? [atom, value] : [atom];
  });
}

/** `move cart's runner from ubuntu-22.04 to ubuntu-24.04`, `raise the timeout from 10 to 20 minutes`: the same of any other value. */
function valueMoved(atoms: readonly Atom[], from: number): readonly Atom[] | null {
  const old = valueAt(atoms, from + 1);
  const fresh = old === null || !isTo(atoms[old.end]) ? null : valueAt(atoms, old.end + 1);
  if (old === null || fresh === null || !isEnd(atoms[fresh.end])) return null;
  const isAlike = old.kind === fresh.kind || (old.kind === 'number' && fresh.kind !== 'label');
  // `scale web from 2 to 4 replicas` may be a range.
  const isCount = fresh.kind === 'number' || fresh.kind === 'replicas';
  // `bring CI from 20 minutes to 10 minutes`, `reduce the run time of web from …` is a hope.
  const limits = tagged(partBefore(atoms.slice(0, from)), 'timeout').filter(({ words }) => /out|limit/i.test(words));
  const isLimit = fresh.kind !== 'minutes' || limits.length > 0;
  const isRaised = GROWTH.test(verbBefore(atoms.slice(0, from))?.words ?? '');
  const isOfCount = fresh.kind === 'replicas' || has(partBefore(atoms.slice(0, from)), 'replicas');
  return isAlike && isLimit && (!isCount || (isRaised && isOfCount))
    ? withoutOld(atoms, { from, to: old.end, between: [] })
    : null;
}

const GROWTH = /^(?:raise|increase|bump|lower|reduce|decrease)$/i;

interface Old {
  readonly from: number;
  readonly to: number;
  /** What stands behind `to` as well. */
  readonly between: readonly Atom[];
}

function withoutOld(atoms: readonly Atom[], { from, to, between }: Old): readonly Atom[] {
  const verb = verbBefore(atoms.slice(0, from));
  const behind = [...atoms.slice(0, from), ...atoms.slice(to, to + 1), ...between, ...atoms.slice(to + 1)];
  return behind.map((atom) => (atom === verb ? { ...atom, meaning: { tag: 'adjust' } } : atom));
}

function isTo(atom: Atom | undefined): boolean {
  return /^to$/i.test(atom?.words ?? '');
}

/** `from 3 to 6 replicas` counts something else, and `to 20 or 22` leaves it open. */
function isEnd(next: Atom | undefined): boolean {
  return next === undefined || (next.meaning.tag === 'join' && !/^or$/i.test(next.words)) || !isSaid(next);
}

/** A label, or a number with what it counts. */
function valueAt(atoms: readonly Atom[], at: number): { readonly kind: Tag; readonly end: number } | null {
  const tag = atoms[at]?.meaning.tag ?? 'unknown';
  const next = atoms[at + 1]?.meaning.tag ?? 'unknown';
  if (tag === 'label' || tag === 'minutes' || tag === 'percent' || tag === 'quantity')
    return { kind: tag, end: at + 1 };
  if (tag !== 'number') return null;
  if (next === 'unit') return { kind: 'minutes', end: at + 2 };
  if (next === 'percent-word') return { kind: 'percent', end: at + 2 };
  return next === 'replicas' ? { kind: 'replicas', end: at + 2 } : { kind: 'number', end: at + 1 };
}

const MOVE =
  /^(?:move|moves|switch|change|update|upgrade|downgrade|bump|migrate|port|take|bring|raise|increase|lower|reduce|decrease)$/i;

function partBefore(before: readonly Atom[]): readonly Atom[] {
  return before.slice(before.findLastIndex(({ meaning }) => meaning.tag === 'join') + 1);
}

/** The verb of a part, before what is moved; where it has none, of the part before it: `move web from Node 22 to 24 and cart from Go 1.24 to 1.25`. */
function verbBefore(before: readonly Atom[]): Atom | undefined {
  const part = partBefore(before);
  const own = part.filter((atom) => isSaid(atom) || atom.meaning.tag === 'do');
  const isBare = own.length > 0 && !own.some(({ meaning }) => VERBS.includes(meaning.tag));
  const rest = withoutJoints(before.slice(0, before.length - part.length));
  if (isBare && rest.length > 0) return verbBefore(rest);
  return has(part, 'remove', 'gate', 'when') ? undefined : own.find(({ words }, at) => at === 0 && MOVE.test(words));
}

const VERBS: readonly Tag[] = [
  ...(['do', 'adjust', 'check', 'deploy', 'publish', 'push', 'scan', 'remove'] as const),
  ...(['gate', 'when', 'after', 'unknown', 'mood'] as const),
];

function withoutJoints(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.slice(0, atoms.findLastIndex(({ meaning }) => meaning.tag !== 'join') + 1);
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
