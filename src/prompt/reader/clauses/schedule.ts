import { asks, NOTHING, type Reading, turnsOf, understood } from '../frame.ts';
import type { Atom } from '../meaning.ts';
import { has, tagged } from './chunks.ts';
import type { Part } from './clause.ts';

/** Days, times and cron of some parts as one schedule. A day without a time is asked about. */
export function readSchedule(parts: readonly Part[]): Reading {
  const own = parts.filter(({ atoms }) => has(atoms, 'cron', 'day', 'time', 'every') || atoms.some(isSchedule));
  const atoms = own.flatMap((part) => part.atoms);
  const words = [...atoms.filter(isSchedule), ...tagged(atoms, 'every', 'day', 'time', 'zone', 'cron')];
  if (!has(atoms, 'cron', 'day') && !atoms.some(isSchedule) && everyOf(atoms) === null) return NOTHING;
  if (own.some(({ isNegated }) => isNegated)) return taken(own, atoms, words);
  const cron =
    isTwoSchedules(own) || isDayBetween(atoms) || own.some((part) => isRange(part.atoms)) ? null : cronOf(atoms);
  if (cron === null)
    return asks(words, 'When exactly should it run? Say the days and the time in UTC.', [
      'every night at 3',
      'every Monday at 06:00',
      'on weekdays at 06:30',
    ]);
  return understood([{ kind: 'trigger', on: 'schedule', ensure: true, cron: cron.cron }], [...words, ...cron.atoms]);
}

/** `every Monday and every day`: a day by name beside all of them, in another part of the sentence. */
function isTwoSchedules(parts: readonly Part[]): boolean {
  const days = parts.map(({ atoms }) => tagged(atoms, 'day').map(({ meaning }) => meaning.days));
  return days.some(
    (one, index) => one.includes('*') && days.some((other, at) => at !== index && other.some((day) => day !== '*')),
  );
}

/** `every Monday at 6 and every Friday at 8`: a day behind a time has a time of its own. */
function isDayBetween(atoms: readonly Atom[]): boolean {
  const first = atoms.findIndex(({ meaning }) => meaning.tag === 'time');
  const last = atoms.findLastIndex(({ meaning }) => meaning.tag === 'time');
  return first < last && has(atoms.slice(first, last), 'day');
}

/** `Monday to Wednesday`: the days between them are not said one by one. */
function isRange(atoms: readonly Atom[]): boolean {
  return atoms.some(
    ({ meaning, words }, at) =>
      /^(?:to|through|up to|till|-|\u2013)$/i.test(words) &&
      meaning.tag === 'filler' &&
      atoms[at - 1]?.meaning.tag === 'day' &&
      atoms[at + 1]?.meaning.tag === 'day',
  );
}

function taken(own: readonly Part[], atoms: readonly Atom[], words: readonly Atom[]): Reading {
  const isPartly = tagged(atoms, 'day').some(({ meaning }) => meaning.days !== '*');
  return isPartly || has(atoms, 'time', 'cron')
    ? asks([...words, ...turnsOf(own)], 'A schedule goes away as a whole. Should it?', ['yes, no schedule'])
    : understood([{ kind: 'trigger', on: 'schedule', ensure: false }], [...words, ...turnsOf(own)]);
}

function isSchedule({ meaning }: Atom): boolean {
  return meaning.tag === 'event' && meaning.on === 'schedule';
}

interface Cron {
  readonly cron: string;
  readonly atoms: readonly Atom[];
}

function cronOf(atoms: readonly Atom[]): Cron | null {
  const written = tagged(atoms, 'cron');
  const days = withoutWeekly(tagged(atoms, 'day'));
  const times = tagged(atoms, 'time');
  if (written.length > 0)
    return written.length === 1 && days.length + times.length === 0 && written[0] && isCron(written[0].meaning.cron)
      ? { cron: written[0].meaning.cron, atoms: [] }
      : null;
  const every = everyOf(atoms);
  if (every) return days.length + times.length === 0 ? every : null;
  const [time] = times;
  const hours = [...new Set(times.map(({ meaning }) => meaning.hour))].sort((a, b) => a - b);
  // A minute of its own for each hour is no one line of cron.
  if (!time || times.some(({ meaning }) => meaning.minute !== time.meaning.minute)) return null;
  const isTwice =
    hours.length === 2 && days.length > 0 && days.every(({ words }) => /^twice (?:a|per) day$/i.test(words));
  if (days.length === 0 || (!isTwice && days.some(({ meaning }) => meaning.days === null))) return null;
  const named = [
    ...new Set(days.flatMap(({ meaning }) => meaning.days ?? []).filter((one) => !/^\*?$/.test(one))),
  ].sort();
  // `every night` beside a name of a day says nothing more.
  return {
    cron: `${time.meaning.minute} ${hours.join(',')} * * ${named.length > 0 ? named.join(',') : '*'}`,
    atoms: [],
  };
}

/** `weekly on Friday`: a day of the week comes once in each. */
function withoutWeekly(days: ReturnType<typeof tagged<'day'>>): ReturnType<typeof tagged<'day'>> {
  const [day, ...more] = days.filter(({ meaning }) => meaning.days !== null);
  const isOneDay = more.length === 0 && /^\d$/.test(day?.meaning.days ?? '');
  return isOneDay ? days.filter(({ words }) => !/^(?:weekly|once a week|every week|each week)$/i.test(words)) : days;
}

/** The greatest number of each field, from the minute to the day of the week. */
const GREATEST = [59, 23, 31, 12, 7];

/** No field names a minute, an hour or a day that there is not. */
function isCron(cron: string): boolean {
  return cron
    .split(' ')
    .every((field, at) => (field.match(/\d+/g) ?? []).every((one) => Number(one) <= (GREATEST[at] ?? 0)));
}

/** `every 15 minutes`, `every hour`: only steps that divide the hour or the day come evenly. */
function everyOf(atoms: readonly Atom[]): Cron | null {
  if (has(atoms, 'timeout', 'after')) return null;
  const at = atoms.findIndex(({ meaning }) => meaning.tag === 'every');
  const next = atoms[at + 1];
  if (at < 0 || !next) return null;
  if (next.meaning.tag === 'unit')
    return { cron: next.meaning.minutes === 60 ? '0 * * * *' : '* * * * *', atoms: [next] };
  if (next.meaning.tag !== 'minutes') return null;
  const minutes = next.meaning.value;
  if (minutes > 0 && minutes < 60 && 60 % minutes === 0) return { cron: `*/${minutes} * * * *`, atoms: [next] };
  const hours = minutes / 60;
  if (hours === 1) return { cron: '0 * * * *', atoms: [next] };
  return hours > 1 && Number.isInteger(hours) && 24 % hours === 0
    ? { cron: `0 */${hours} * * *`, atoms: [next] }
    : null;
}
