import { isOr } from '../clauses/chunks.ts';
import type { Atom, Meaning } from '../meaning.ts';
import { isCounted, type Joined, meaningAt, numberAt } from './joined.ts';
import { isRangeWord, versionsBetween } from './ranges.ts';

/** `Postgres 17`, `a redis, version 7`. */
export function databaseVersion(atoms: readonly Atom[], at: number): Joined | null {
  const database = meaningAt(atoms, at);
  if (database?.tag !== 'database' || database.version !== undefined) return null;
  // `a redis, version 7`.
  const next = atoms[at + 1]?.words === ',' && meaningAt(atoms, at + 2)?.tag === 'version-word' ? at + 2 : at + 1;
  const begin = meaningAt(atoms, next)?.tag === 'version-word' ? next + 1 : next;
  const version = versionAt(atoms, begin);
  return version === null ? null : { meaning: { ...database, version }, end: begin + 1 };
}

/** `Ubuntu 22.04`: the release of a system is no version of what runs there. */
export function systemRelease(atoms: readonly Atom[], at: number): Joined | null {
  if (meaningAt(atoms, at)?.tag !== 'system') return null;
  const begin = meaningAt(atoms, at + 1)?.tag === 'version-word' ? at + 2 : at + 1;
  return versionAt(atoms, begin) === null ? null : { meaning: { tag: 'unknown' }, end: begin + 1 };
}

/** `Maven 3.9`, `TypeScript 5.9`: a release of what builds code, or of its language, is no version of what that runs on. */
export function buildToolRelease(atoms: readonly Atom[], at: number): Joined | null {
  const language = meaningAt(atoms, at);
  if (language?.tag !== 'language' || language.tool !== null) return null;
  const named = meaningAt(atoms, at + 1)?.tag === 'version-word' ? at + 2 : at + 1;
  const isChanged = /^(?:to|from)$/i.test(atoms[named]?.words ?? '');
  const found = versionsFrom(atoms, isChanged ? named + 1 : named, null);
  return found && { meaning: { tag: 'unknown' }, end: found.end };
}

/** `Node 20, 22 and 24`, `Python 3.10 to 3.13`. */
export function toolVersions(atoms: readonly Atom[], at: number): Joined | null {
  const language = meaningAt(atoms, at);
  if (language?.tag !== 'language' || language.tool === null) return null;
  // `bump Java to 25`.
  const named = meaningAt(atoms, at + 1)?.tag === 'version-word' ? at + 2 : at + 1;
  const isChanged = atoms[named]?.words.toLowerCase() === 'to' && atoms.slice(0, at).some(isAdjusting);
  return versionsFrom(atoms, isChanged ? named + 1 : named, language.tool);
}

function isAdjusting({ meaning }: Atom): boolean {
  return meaning.tag === 'adjust';
}

/** `versions 20 and 22 of Node`, and versions of what the sentence is about. */
export function bareVersions(atoms: readonly Atom[], at: number): Joined | null {
  const isNamed = meaningAt(atoms, at)?.tag === 'version-word';
  if (!isNamed && !/^(?:versions|span)$/.test(meaningAt(atoms, at)?.tag ?? '')) return null;
  const found = versionsFrom(atoms, isNamed ? at + 1 : at, null);
  if (found?.meaning.tag !== 'versions' && found?.meaning.tag !== 'span') return null;
  const language = atoms[found.end]?.words === 'of' ? meaningAt(atoms, found.end + 1) : undefined;
  if (language?.tag !== 'language' || language.tool === null) return found;
  return { meaning: { ...found.meaning, tool: language.tool }, end: found.end + 2 };
}

function versionsFrom(atoms: readonly Atom[], begin: number, tool: string | null): Joined | null {
  const first = versionAt(atoms, begin);
  if (first === null) return spanAt(atoms, begin, tool);
  const own = meaningAt(atoms, begin);
  const named = tool ?? (own?.tag === 'versions' ? own.tool : null);
  let values: readonly string[] = [first];
  let end = begin + 1;
  for (;;) {
    const last = values.at(-1) ?? first;
    const to = rangeEnd(atoms, end, named) ?? (values.length === 1 ? betweenEnd(atoms, begin, end) : null);
    const between = to === null ? [] : versionsTo(atoms, [last, to], { begin, tool: named });
    if (to !== null && between === null)
      return { meaning: { tag: 'span', tool: named, from: last, to: versionAt(atoms, to) ?? '' }, end: to + 1 };
    const next = to ?? nextOf(atoms, end, tool);
    const value = next === null ? null : versionAt(atoms, next);
    if (next === null || value === null) break;
    values = [...values, ...(between && between.length > 0 ? between.slice(1) : [value])];
    end = next + 1;
  }
  return { meaning: { tag: 'versions', tool: named, values: [...values] }, end };
}

/** The place of the next item of a list; null where there is none. */
function nextOf(atoms: readonly Atom[], end: number, tool: string | null): number | null {
  let next = end;
  while (next - end < 3 && isBetween(atoms[next])) next += 1;
  if (next === end || versionAt(atoms, next) === null) return null;
  const named = meaningAt(atoms, next);
  return named?.tag === 'versions' && named.tool !== null && named.tool !== tool ? null : next;
}

/** `3.9 to 3.12`, `3.9 to Python 3.12`: the place of the last one. */
function rangeEnd(atoms: readonly Atom[], end: number, tool: string | null): number | null {
  const word = atoms[end];
  if (!word || !isRangeWord(word)) return null;
  const next = meaningAt(atoms, end + 1);
  const isNamed = next?.tag === 'version-word' || (next?.tag === 'language' && next.tool === tool);
  const to = isNamed ? end + 2 : end + 1;
  return versionAt(atoms, to) === null ? null : to;
}

/** `between 3.9 and 3.12`. */
function betweenEnd(atoms: readonly Atom[], begin: number, end: number): number | null {
  const before = atoms.slice(Math.max(0, begin - 3), begin).map(({ words }) => words.toLowerCase());
  const isJoined = /^and$/i.test(atoms[end]?.words ?? '') && versionAt(atoms, end + 1) !== null;
  return isJoined && before.includes('between') ? end + 1 : null;
}

/** Null where nobody can know what lies between, or where one takes the place of the other: `switch cart from Go 1.24 to 1.26`. */
function versionsTo(
  atoms: readonly Atom[],
  [from, to]: readonly [string, number],
  { begin, tool }: { readonly begin: number; readonly tool: string | null },
): readonly string[] | null {
  const before = atoms.slice(0, begin);
  const isChange =
    before.some(isAdjusting) ||
    before
      .slice(before.findLastIndex(({ meaning }) => meaning.tag === 'join') + 1)
      .some(
        ({ meaning, words }) => /^(?:adjust|touching|unknown)$/.test(meaning.tag) || /^(?:switch|turn)$/i.test(words),
      );
  return isChange ? null : versionsBetween(from, versionAt(atoms, to) ?? '', tool);
}

/** `3.9-3.12` in one word. */
function spanAt(atoms: readonly Atom[], begin: number, tool: string | null): Joined | null {
  const span = meaningAt(atoms, begin);
  if (span?.tag !== 'span') return null;
  if (isCounted(atoms, begin + 1)) return { meaning: { tag: 'unknown' }, end: begin + 2 };
  const values = versionsBetween(span.from, span.to, tool);
  const meaning: Meaning = values ? { tag: 'versions', tool, values: [...values] } : { ...span, tool };
  return { meaning, end: begin + 1 };
}

function isBetween(atom: Atom | undefined): boolean {
  return atom !== undefined && ((atom.meaning.tag === 'join' && !isOr(atom)) || /^(also|on|both)$/.test(atom.words));
}

function versionAt(atoms: readonly Atom[], at: number): string | null {
  const meaning = meaningAt(atoms, at);
  if (meaning?.tag === 'versions') return meaning.values[0] ?? null;
  return isCounted(atoms, at + 1) ? null : numberAt(atoms, at);
}
