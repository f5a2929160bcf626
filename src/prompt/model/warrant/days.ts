import type { Passage } from './passage.ts';

/** Beginnings of the names of days, from Sunday, in the languages that the families know. */
const DAYS: readonly string[] = [
  'sunday|sonntag|dimanche|domingo|domenica|zondag|niedziel|\u0432\u043e\u0441\u043a\u0440\u0435\u0441|\u65e5\u66dc',
  'monday|montag|lundi|lunes|segunda|luned|maandag|poniedzia|\u043f\u043e\u043d\u0435\u0434|\u6708\u66dc|\u5468\u4e00',
  'tuesday|dienstag|mardi|martes|ter\u00e7a|marted|dinsdag|wtor|\u0432\u0442\u043e\u0440\u043d|\u706b\u66dc|\u5468\u4e8c',
  'wednesday|mittwoch|mercredi|mi\u00e9rcoles|quarta|mercoled|woensdag|\u015brod|\u0441\u0440\u0435\u0434|\u6c34\u66dc|\u5468\u4e09',
  'thursday|donnerstag|jeudi|jueves|quinta|gioved|donderdag|czwart|\u0447\u0435\u0442\u0432\u0435\u0440|\u6728\u66dc|\u5468\u56db',
  'friday|freitag|vendredi|viernes|sexta|venerd|vrijdag|pi\u0105t|\u043f\u044f\u0442\u043d|\u91d1\u66dc|\u5468\u4e94',
  'saturday|samstag|samedi|s\u00e1bado|sabato|zaterdag|sobot|\u0441\u0443\u0431\u0431\u043e\u0442|\u571f\u66dc|\u5468\u516d',
];
const PATTERNS = DAYS.map((names) => new RegExp(`(?<!\\p{L})(?:${names})`, 'gu'));
const WORKDAYS =
  /(?<!\p{L})(?:week ?days?|work(?:ing)? ?days?|werktag|wochentag|jours ouvr|jours de semaine|laborables|feriali|doordeweek)/u;
const WEEKEND = /(?<!\p{L})(?:week-?ends?|wochenende|fin de semana)/u;
const DAILY =
  /(?<!\p{L})(?:(?:every|each) (?:day|night|morning|evening)|daily|nightly|t\u00e4glich|chaque (?:jour|nuit)|cada d\u00eda)/u;
const WEEKLY =
  /(?<!\p{L})(?:weekly|once a week|(?:every|each) week(?!\p{L})|w\u00f6chentlich|jede woche|hebdo|chaque semaine|cada semana|semanal)/u;
const MONTHLY =
  /(?<!\p{L})(?:monthly|once a month|(?:every|each) month|of (?:each|every|the) month|monatlich|jeden monat|mensuel|chaque mois|cada mes|mensual)/u;
const SOME_DAYS =
  /(?<!\p{L})every (?:other|second|third|two|three|four|five|[2-9]|1\d) ?days?(?!\p{L})|(?<!\p{L})every other night/u;

/** Whether a cron line starts on no more days than were said: where days are named on those, where a week or month is, once in it. */
export function areDaysSaid(cron: string, { text }: Passage): boolean {
  const [, , day = '*', , weekday = '*'] = cron.split(' ');
  const named = DAILY.test(text) ? new Set<number>() : namedIn(text);
  if (named.size > 0) return day !== '*' || expanded(weekday).every((one) => named.has(one));
  if (MONTHLY.test(text)) return /^\d+$/.test(day);
  if (SOME_DAYS.test(text)) return day.includes('/');
  return !WEEKLY.test(text) || day !== '*' || expanded(weekday).length === 1;
}

function namedIn(text: string): Set<number> {
  const found = PATTERNS.flatMap((pattern, day) => [...text.matchAll(pattern)].map(({ index }) => ({ day, index })));
  const inOrder = found.sort((one, other) => one.index - other.index);
  const between = inOrder.flatMap(({ day, index }, at) => {
    const next = inOrder[at + 1];
    const isRange = next !== undefined && DAY_RANGE.test(text.slice(index, next.index));
    return isRange ? daysFrom(day, next.day) : [day];
  });
  return new Set([...between, ...(WORKDAYS.test(text) ? [1, 2, 3, 4, 5] : []), ...(WEEKEND.test(text) ? [0, 6] : [])]);
}

const DAY_RANGE = /^\p{L}+ ?(?:-|\u2013|to|through|thru|till|until|bis|\u00e0|a|al|t\/m|tot|do|\u043f\u043e) $/u;

function daysFrom(first: number, last: number): number[] {
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, at) => (first + at) % 7);
}

const NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** All days of a field; all seven where it is no list or range of them. */
function expanded(field: string): number[] {
  const days = field.split(',').flatMap((one) => {
    const [first = Number.NaN, last = first] = one.split('-').map(numberOf);
    return Number.isInteger(first) && Number.isInteger(last) ? daysFrom(first, last) : [0, 1, 2, 3, 4, 5, 6];
  });
  return [...new Set(days)];
}

function numberOf(name: string): number {
  const at = NAMES.indexOf(name.toLowerCase());
  return at >= 0 ? at : /^[0-7]$/.test(name) ? Number(name) % 7 : Number.NaN;
}
