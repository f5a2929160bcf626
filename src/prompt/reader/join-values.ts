import { isOr } from './chunks.ts';
import type { Atom, Meaning } from './meaning.ts';
import { isRangeWord, versionsBetween } from './ranges.ts';
import { binary, halfDay } from './values.ts';

/** Puts together what means one thing: `Node 20, 22 and 24`, `15 minutes`, `80 %`, `at 3 am`. One pass, from the left. */
export function joinValues(atoms: readonly Atom[]): Atom[] {
  const joined: Atom[] = [];
  let at = 0;
  while (at < atoms.length) {
    const found = JOINERS.reduce<Joined | null>((best, join) => best ?? join(atoms, at), null);
    const atom = atoms[at];
    if (found)
      joined.push({
        meaning: found.meaning,
        words: atoms
          .slice(at, found.end)
          .map(({ words }) => words)
          .join(' '),
      });
    else if (atom) joined.push(atom);
    at = found?.end ?? at + 1;
  }
  return joined;
}

/** `publish the image` pushes it; `publish web to npm` is another wish, whatever stands beside it. */
export function withPushes(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    if (atom.meaning.tag !== 'publish') return atom;
    const after = atoms.slice(at + 1);
    const end = after.findIndex(({ meaning }) => meaning.tag === 'join');
    const part = end < 0 ? after : after.slice(0, end);
    const isImage =
      part.some(({ meaning }) => meaning.tag === 'image') && !part.some(({ meaning }) => meaning.tag === 'packages');
    return isImage ? { ...atom, meaning: { tag: 'push' } } : atom;
  });
}

interface Joined {
  readonly meaning: Meaning;
  /** The first atom that is no part of it. */
  readonly end: number;
}
type Join = (atoms: readonly Atom[], at: number) => Joined | null;

const JOINERS: readonly Join[] = [measure, timeOfDay, databaseVersion, systemRelease, toolVersions, bareVersions];

function measure(atoms: readonly Atom[], at: number): Joined | null {
  const next = meaningAt(atoms, at + 1);
  const half = /^(\d{1,3})\.(\d{1,2})$/.exec(atoms[at]?.words ?? '')?.[0];
  // `1.5 hours`.
  if (half !== undefined && next?.tag === 'unit' && next.minutes === 60)
    return { meaning: { tag: 'minutes', value: Number(half) * 60 }, end: at + 2 };
  const number = numberAt(atoms, at);
  if (number === null) return null;
  if (next?.tag === 'percent-word') return { meaning: { tag: 'percent', value: Number(number) }, end: at + 2 };
  if (next?.tag === 'unit') return { meaning: { tag: 'minutes', value: Number(number) * next.minutes }, end: at + 2 };
  if (next?.tag === 'replicas') return { meaning: { tag: 'replicas', value: Number(number) }, end: at + 2 };
  if (next?.tag === 'cpu') return { meaning: { tag: 'cpu', value: number }, end: at + 2 };
  const unit = atoms[at + 1]?.words ?? '';
  if (BYTES.test(unit)) return { meaning: { tag: 'quantity', value: `${number}${binary(unit)}` }, end: at + 2 };
  return null;
}

const BYTES = /^(?:mb|mib|meg|megs|megabytes?|mebibytes?|gb|gib|gig|gigs|gigabytes?|gibibytes?)$/i;

/** A clock time is told by `at` or `around` before it, or by its half of the day after it. */
function timeOfDay(atoms: readonly Atom[], at: number): Joined | null {
  const begin = /^(at|around|about)$/i.test(atoms[at]?.words ?? '') ? at + 1 : at;
  const clock = clockAt(atoms, begin, begin > at);
  if (clock) return clock;
  const number = isCounted(atoms, begin + 1) ? null : numberAt(atoms, begin);
  if (number === null) return null;
  const half = halfAt(atoms, begin + 1);
  if (half) return { meaning: halfDay(Number(number), 0, half === 'p'), end: begin + 2 };
  return begin > at && Number(number) < 24
    ? { meaning: { tag: 'time', hour: Number(number), minute: 0 }, end: begin + 1 }
    : null;
}

/** `6:30 pm`, `6.30 pm`, and `at 6.30` beside a day. */
function clockAt(atoms: readonly Atom[], at: number, isTold: boolean): Joined | null {
  const meaning = meaningAt(atoms, at);
  const written = meaning?.tag === 'versions' && meaning.tool === null ? meaning.values[0] : undefined;
  const [, hour, minute] = /^(\d{1,2})\.(\d{2})$/.exec(written ?? '') ?? [];
  const half = halfAt(atoms, at + 1);
  const time = meaning?.tag === 'time' ? meaning : null;
  const [h, m] = [Number(hour ?? time?.hour), Number(minute ?? time?.minute)];
  if (half && (hour !== undefined || time)) return { meaning: halfDay(h, m, half === 'p'), end: at + 2 };
  const isClock = isTold && hour !== undefined && h < 24 && m < 60;
  return isClock && atoms.some((atom) => atom.meaning.tag === 'day')
    ? { meaning: { tag: 'time', hour: h, minute: m }, end: at + 1 }
    : null;
}

/** `am`, `in the evening`: the half of the day that a time before it is in. */
function halfAt(atoms: readonly Atom[], at: number): string | undefined {
  const words = atoms[at]?.words ?? '';
  if (/^in the (?:morning|afternoon|evening)$/i.test(words)) return /morning$/i.test(words) ? 'a' : 'p';
  return /^([ap])\.?m\.?$/i.exec(words)?.[1]?.toLowerCase();
}

function databaseVersion(atoms: readonly Atom[], at: number): Joined | null {
  const database = meaningAt(atoms, at);
  if (database?.tag !== 'database' || database.version !== undefined) return null;
  // `a redis, version 7`.
  const next = atoms[at + 1]?.words === ',' && meaningAt(atoms, at + 2)?.tag === 'version-word' ? at + 2 : at + 1;
  const begin = meaningAt(atoms, next)?.tag === 'version-word' ? next + 1 : next;
  const version = versionAt(atoms, begin);
  return version === null ? null : { meaning: { ...database, version }, end: begin + 1 };
}

/** `Ubuntu 22.04`: the release of a system is no version of what runs there. */
function systemRelease(atoms: readonly Atom[], at: number): Joined | null {
  if (meaningAt(atoms, at)?.tag !== 'system') return null;
  const begin = meaningAt(atoms, at + 1)?.tag === 'version-word' ? at + 2 : at + 1;
  return versionAt(atoms, begin) === null ? null : { meaning: { tag: 'unknown' }, end: begin + 1 };
}

function toolVersions(atoms: readonly Atom[], at: number): Joined | null {
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
function bareVersions(atoms: readonly Atom[], at: number): Joined | null {
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
  const isChange = before
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

/** Whether a number before it counts something. */
function isCounted(atoms: readonly Atom[], at: number): boolean {
  const after = meaningAt(atoms, at)?.tag;
  return after === 'unit' || after === 'percent-word' || after === 'replicas' || after === 'cpu';
}

function numberAt(atoms: readonly Atom[], at: number): string | null {
  const meaning = meaningAt(atoms, at);
  return meaning?.tag === 'number' ? meaning.value : null;
}

function meaningAt(atoms: readonly Atom[], at: number): Meaning | undefined {
  return atoms[at]?.meaning;
}
