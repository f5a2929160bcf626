import type { Atom } from '../meaning.ts';
import { bareVersions, buildToolRelease, databaseVersion, systemRelease, toolVersions } from './join-versions.ts';
import { isCounted, type Join, type Joined, meaningAt, numberAt } from './joined.ts';
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

const JOINERS: readonly Join[] = [
  measure,
  timeOfDay,
  databaseVersion,
  systemRelease,
  buildToolRelease,
  toolVersions,
  bareVersions,
];

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
