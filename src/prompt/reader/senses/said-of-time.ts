import { has, tagged } from '../clauses/chunks.ts';
import { type Atom, withMeaning } from '../meaning.ts';
import { withLimits } from './limits.ts';

/** What is said of when something runs, and how long, in other words. */
export function withTimes(atoms: readonly Atom[]): readonly Atom[] {
  return [withZone, withLimits, withHalf, withPart, withHours, withLanded].reduce((read, sense) => sense(read), atoms);
}

/** `every day at 5:30, UTC`: the zone belongs to the time. */
function withZone(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.filter((atom, at) => {
    const isPause = atom.words === ',' && has(atoms.slice(at + 1, at + 2), 'zone');
    return !(isPause && has(atoms.slice(Math.max(at - 1, 0), at), 'day', 'time'));
  });
}

const HALVES: readonly (readonly [words: RegExp, first: number, last: number])[] = [
  [/^mornings?$/i, 0, 11],
  [/^afternoons?$/i, 12, 18],
  [/^evenings?$/i, 17, 23],
  [/^nights?$/i, 19, 29],
];

/** `every evening at 8` is 20:00, `every night at 3` is 3:00; `every evening at 08:00` and `every night at 12` are asked about. */
function withPart(atoms: readonly Atom[]): readonly Atom[] {
  const day = atoms.find(({ words }) => /^(?:every|each) (?:evening|night)$/i.test(words));
  const half = HALVES.find(([words]) => words.test(day?.words.split(' ')[1] ?? ''));
  if (!half) return atoms;
  const isIn = (hour: number): boolean => [hour, hour + 24].some((one) => one >= half[1] && one <= half[2]);
  return atoms.map((atom) => {
    const hour = atom.meaning.tag === 'time' ? atom.meaning.hour : 0;
    const isSure = /\d ?[ap]\.?m\b|in the |noon|midday/i.test(atom.words) || hour > 12;
    if (atom.meaning.tag !== 'time' || isSure || isIn(hour)) return atom;
    const isHalf = hour < 12 && isIn(hour + 12) && !/\b0\d/.test(atom.words);
    return withMeaning(atom, isHalf ? { ...atom.meaning, hour: hour + 12 } : { tag: 'unknown' });
  });
}

/** `Sunday evenings at 22:00 would be a good time for a run`: the time says which part of the day it is, if it is in it. */
function withHalf(atoms: readonly Atom[]): readonly Atom[] {
  const [time, ...more] = tagged(atoms, 'time');
  if (!time || more.length > 0 || !has(atoms, 'day')) return atoms;
  return atoms.map((atom, at) => {
    const isBehindDay = atoms[at - 1]?.meaning.tag === 'day';
    const half = HALVES.find(([words]) => words.test(atom.words));
    const hour = half && half[2] > 23 && time.meaning.hour < 6 ? time.meaning.hour + 24 : time.meaning.hour;
    return isBehindDay && half && atom.meaning.tag !== 'time' && hour >= half[1] && hour <= half[2]
      ? withMeaning(atom, { tag: 'filler' })
      : atom;
  });
}

/** `every day at 8 and 20`: one more hour, where nothing is counted by it. */
function withHours(atoms: readonly Atom[]): readonly Atom[] {
  if (!has(atoms, 'day')) return atoms;
  return atoms.map((atom, at) => {
    const next = atoms[at + 1]?.meaning.tag ?? 'join';
    const isListed = atoms[at - 1]?.meaning.tag === 'join' && atoms[at - 2]?.meaning.tag === 'time';
    const isHour =
      atom.meaning.tag === 'number' && Number(atom.meaning.value) < 24 && /^(?:join|zone|day|every)$/.test(next);
    return isListed && isHour && atom.meaning.tag === 'number'
      ? withMeaning(atom, { tag: 'time', hour: Number(atom.meaning.value), minute: 0 })
      : atom;
  });
}

/** `as soon as something lands on main, the pipeline should run`, `after each merge to main`: a push to it. */
function withLanded(atoms: readonly Atom[]): readonly Atom[] {
  return withMerges(withLandedOn(atoms));
}

/** `pull requests and merges to main should trigger CI`: a merge is a push. */
function withMerges(atoms: readonly Atom[]): readonly Atom[] {
  const isOfEvents =
    has(atoms, 'event') && !has(atoms, 'gate', 'check', 'tool', 'image', 'push', 'publish', 'deploy', 'remove');
  if (!isOfEvents) return atoms;
  return atoms.map((atom, at) => {
    const isTo = /^(?:to|into|on)$/i.test(atoms[at + 1]?.words ?? '') && has(atoms.slice(at + 2, at + 3), 'branch');
    return /^merges$/i.test(atom.words) && isTo && atoms[at - 1]?.meaning.tag === 'join'
      ? withMeaning(atom, { tag: 'event', on: 'push' })
      : atom;
  });
}

function withLandedOn(atoms: readonly Atom[]): readonly Atom[] {
  const [branch, ...more] = tagged(atoms, 'branch');
  const isPipeline = has(atoms, 'pipeline') || atoms.some(({ words }) => /^(?:ci|run)$/i.test(words));
  const isOther = has(
    atoms,
    'event',
    'gate',
    'check',
    'tool',
    'image',
    'push',
    'publish',
    'deploy',
    'extra',
    'scan',
    'remove',
    'path',
    'day',
  );
  if (!branch?.meaning.name || more.length > 0 || !isPipeline || isOther || !has(atoms, 'when', 'every', 'after'))
    return atoms;
  return atoms.map((atom) => {
    if (atom.meaning.tag === 'merge') return withMeaning(atom, { tag: 'event', on: 'push' });
    return atom.meaning.tag === 'after' ? withMeaning(atom, { tag: 'when' }) : atom;
  });
}
