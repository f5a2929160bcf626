import { has, isName, isSaid, tagged } from '../chunks.ts';
import { type Atom, withMeaning } from '../meaning.ts';

/** What is said of when something runs, and how long, in other words. */
export function withTimes(atoms: readonly Atom[]): readonly Atom[] {
  return [
    withZone,
    withListed,
    withShort,
    withOver,
    withBurnt,
    withUpTo,
    withUnfinished,
    withStopped,
    withHalf,
    withPart,
    withHours,
    withLanded,
  ].reduce((read, sense) => sense(read), atoms);
}

/** `every day at 5:30, UTC`: the zone belongs to the time. */
function withZone(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.filter((atom, at) => {
    const isPause = atom.words === ',' && has(atoms.slice(at + 1, at + 2), 'zone');
    return !(isPause && has(atoms.slice(Math.max(at - 1, 0), at), 'day', 'time'));
  });
}

/** `do not let recommender burn more than 20 minutes`: take. */
function withBurnt(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    const isBurnt = /^(?:burn|eat|eat up|consume|hog|waste|spend|go)s?$/i.test(atom.words);
    const isLimit =
      /^(?:more|longer) than$/i.test(atoms[at + 1]?.words ?? '') && atoms[at + 2]?.meaning.tag === 'minutes';
    return isBurnt && isLimit ? withMeaning(atom, { tag: 'do' }) : atom;
  });
}

/** `give web 15 minutes and ledger 35`: the unit is said once. */
function withListed(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    const [before, name] = [atoms[at - 2], atoms[at - 1]];
    const next = atoms[at + 1];
    const isListed = before?.meaning.tag === 'join' && name !== undefined && isName(name);
    const isLast = next === undefined || next.meaning.tag === 'join';
    const value = atoms.slice(0, Math.max(at - 2, 0)).findLast(isSaid)?.meaning;
    if (atom.meaning.tag !== 'number' || !isListed || !isLast || value?.tag !== 'minutes') return atom;
    return { meaning: { tag: 'minutes', value: Number(atom.meaning.value) }, words: atom.words };
  });
}

/** `timeout: 15m`, `timeout-minutes: 15`: minutes, where a limit is spoken of and no chart. */
function withShort(atoms: readonly Atom[]): readonly Atom[] {
  if (!has(atoms, 'timeout') || has(atoms, 'cpu', 'memory', 'chart', 'replicas', 'scaling')) return atoms;
  return atoms.map((atom, at) => {
    const isOfKey = /^timeout-minutes$/i.test(keyBefore(atoms, at)) && atom.meaning.tag === 'number';
    const [, minutes] = (isOfKey ? /^(\d{1,3})$/ : /^(\d{1,3})m$/).exec(atom.words) ?? [];
    return minutes === undefined ? atom : withMeaning(atom, { tag: 'minutes', value: Number(minutes) });
  });
}

/** `timeout-minutes: 15`, as workflows write it. */
function keyBefore(atoms: readonly Atom[], at: number): string {
  return atoms.slice(0, at).findLast(({ words }) => !/^(?::|=|of|to)$/i.test(words))?.words ?? '';
}

/** `over ten minutes`: longer than that. */
function withOver(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    const isOver = /^(?:over|above|beyond)$/i.test(atom.words) && atoms[at + 1]?.meaning.tag === 'minutes';
    return isOver ? { meaning: { tag: 'timeout' }, words: 'longer than' } : atom;
  });
}

/** `if ledger isn't done after 30 minutes, cancel it`, `if it takes longer than 30 minutes, kill it`: one limit, and no condition. */
function withUnfinished(atoms: readonly Atom[]): readonly Atom[] {
  const when = atoms.findIndex(({ meaning }) => meaning.tag === 'when');
  const minutes = atoms.findIndex(({ meaning }, at) => at > when && meaning.tag === 'minutes');
  const stop = atoms.findIndex(({ meaning }, at) => at > minutes && meaning.tag === 'remove' && meaning.isStop);
  if (when < 0 || minutes < 0 || stop < 0) return atoms;
  const told = atoms.slice(when + 1, minutes);
  const isLate =
    /\b(?:isn't|is not|hasn't|not) (?:\w+ ){0,2}(?:done|finished|through|complete|completed|ready) (?:after|within|in) /i.test(
      `${textOf(told)} `,
    );
  const isLonger = /\b(?:longer|more) than$/i.test(textOf(told));
  const rest = atoms.slice(minutes + 1).filter((atom) => isSaid(atom) && atom !== atoms[stop]);
  const names = told.filter(({ meaning }) => /^(?:selector|language|path)$/.test(meaning.tag));
  if ((!isLate && !isLonger) || rest.length > 0 || !told.every((atom) => isOfLimit(atom))) return atoms;
  const limit: Atom = { meaning: { tag: 'timeout' }, words: 'at most' };
  const value = atoms[minutes];
  return value ? [...atoms.slice(0, when), ...names, limit, value] : atoms;
}

/** `stop cart if it runs for over 20 minutes`: the same, said the other way round. */
function withStopped(atoms: readonly Atom[]): readonly Atom[] {
  const stop = atoms.findIndex(({ meaning }) => meaning.tag === 'remove' && meaning.isStop);
  const when = atoms.findIndex(({ meaning }, at) => at > stop && meaning.tag === 'when');
  const [named, told] = [atoms.slice(stop + 1, when), atoms.slice(when + 1)];
  const value = told.find(({ meaning }) => meaning.tag === 'minutes');
  const isFirst = stop >= 0 && atoms.slice(0, stop).every((atom) => !isSaid(atom));
  const isLonger = /(?:longer|more) than$/i.test(told.findLast((atom) => isSaid(atom) && atom !== value)?.words ?? '');
  const isPlain =
    named.every((atom) => !isSaid(atom) || isName(atom)) &&
    told.every((atom) => !isSaid(atom) || atom === value || /^(?:timeout|check)$/.test(atom.meaning.tag));
  if (!isFirst || when < 0 || !value || !isLonger || !isPlain || has(told, 'check')) return atoms;
  return [...named, { meaning: { tag: 'timeout' }, words: 'at most' }, value];
}

/** `up to 25 minutes`, `25 minutes should be enough`: at most. */
function withUpTo(atoms: readonly Atom[]): readonly Atom[] {
  return withEnough(atoms).map((atom, at) => {
    const isUpTo = /^up to$/i.test(atom.words) && atoms[at + 1]?.meaning.tag === 'minutes';
    const isLimit = isUpTo || (ENOUGH.test(atom.words) && atoms[at - 1]?.meaning.tag === 'minutes');
    return isLimit ? { meaning: { tag: 'timeout' }, words: 'at most' } : atom;
  });
}

/** `20 minutes is plenty for web`: no more than that. */
function withEnough(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(({ words }) => /^(?:plenty|enough|sufficient|ample|all it needs)$/i.test(words));
  const isOfMinutes = /^(?:is|are)$/i.test(atoms[at - 1]?.words ?? '') && atoms[at - 2]?.meaning.tag === 'minutes';
  const isAlone = tagged(atoms, 'minutes').length === 1 && !has(atoms, 'remove', 'check', 'limit', 'also', 'when');
  if (at < 2 || !isOfMinutes || !isAlone) return atoms;
  return atoms.flatMap((atom, index): readonly Atom[] => {
    if (index === at - 1) return [];
    return index === at ? [{ meaning: { tag: 'timeout' }, words: 'at most' }] : [atom];
  });
}

const ENOUGH = / be (?:enough|sufficient|plenty)$/i;

function isOfLimit({ meaning, words }: Atom): boolean {
  return !isSaid({ meaning, words }) || /^(?:selector|language|path|remove|timeout|after|unknown)$/.test(meaning.tag);
}

function textOf(atoms: readonly Atom[]): string {
  return atoms.map(({ words }) => words).join(' ');
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
