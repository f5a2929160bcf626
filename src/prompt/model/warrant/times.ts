import { HOUR, MINUTE, numbersIn } from './numbers.ts';
import type { Passage } from './passage.ts';

const EVERY =
  '(?:every|each|jede[rnms]?|alle|chaque|toutes les|cada|ogni|elke|iedere|każd\\p{L}{1,3}|co|кажд\\p{L}{2,3})';
const COUNT = '(?: (?:\\d{1,3}|\\p{L}{1,12}(?:[ -]\\p{L}{1,6})?))?';
const spaced = (span: string) => new RegExp(`(?<!\\p{L})${EVERY}(${COUNT})[ -]${span}(?!\\p{L})`, 'gu');
const INTERVALS = {
  minute: [
    spaced(MINUTE),
    /[\u6bcf\u6bce\ub9e4](?:\u9694)?\s?(\d{0,3})\s?(?:\u5206|\ubd84)/gu,
    /(\d{1,3})\s?(?:\u5206|\ubd84)\s?(?:\u3054\u3068|\u304a\u304d|\u6bce|\ub9c8\ub2e4)/gu,
  ],
  hour: [
    spaced(HOUR),
    /(?<!\p{L})(?:hourly|st\u00fcndlich|horaire)()(?!\p{L})/gu,
    /[\u6bcf\u6bce\ub9e4](?:\u9694)?\s?(\d{0,3})\s?(?:\u4e2a)?(?:\u5c0f\u65f6|\u5c0f\u6642|\u6642\u9593|\uc2dc\uac04)/gu,
    /(\d{1,3})\s?(?:\u6642\u9593|\uc2dc\uac04)\s?(?:\u3054\u3068|\u304a\u304d|\u6bce|\ub9c8\ub2e4)/gu,
  ],
} as const;

/** The counts of all `every N minutes` or `every N hours`: 1 where there is none, and 30 minutes for `every half hour`. */
function intervalsIn({ text }: Passage, span: keyof typeof INTERVALS): string[] {
  const counts = INTERVALS[span].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, count = '']) => count.trim()),
  );
  const isHalf = /(?<!\p{L})(?:half|halbe)(?: an)?[ -](?:hour|stunde)/u.test(text);
  const isQuarter = /(?<!\p{L})quarter (?:of an )?hour|viertelstunde|quart d'heure/u.test(text);
  const more = span === 'minute' ? [...(isHalf ? ['30'] : []), ...(isQuarter ? ['15'] : [])] : [];
  return [...counts.flatMap(countOf), ...more, ...frequenciesIn(text, span)];
}

const OFTEN = /(?<!\p{L})(twice|(?:\d{1,2}|\p{L}{2,8}) times) (?:an?|per|every|each) (hour|day)(?!\p{L})/gu;

/** How often is said by `twice an hour`, `three times a day`. */
function timesIn(text: string, span: 'hour' | 'day'): number[] {
  return [...text.matchAll(OFTEN)]
    .filter(([, , of]) => of === span)
    .flatMap(([, count = '']) => (count === 'twice' ? [2] : numbersIn(count, count.split(' ')).map(Number)));
}

/** The intervals that are meant by those. */
function frequenciesIn(text: string, span: keyof typeof INTERVALS): string[] {
  if (span === 'minute') return timesIn(text, 'hour').map((count) => String(60 / count));
  return [...timesIn(text, 'hour').map(() => '1'), ...timesIn(text, 'day').map((count) => String(24 / count))];
}

function countOf(count: string): string[] {
  if (count === '' || count === 'single') return ['1'];
  return /^(?:other|second|zweite)/.test(count) ? ['2'] : numbersIn(count, count.split(/[ -]/));
}

/** Whether a schedule is called by its interval: `every 10 minutes`. */
export function isIntervalSaid(said: Passage): boolean {
  return intervalsIn(said, 'minute').length > 0 || intervalsIn(said, 'hour').length > 0;
}

/** What to ask about a cron line whose minute or hour goes on and on, and of which nobody said so; null where it was said. */
export function unsaidInterval(cron: string, said: Passage): string | null {
  const [minute = '', hour = ''] = cron.split(' ');
  if (!isList(minute))
    return isStepSaid(minute, 'minute', said) ? null : 'This starts more than once an hour. Should it?';
  const isHourFree = isList(hour) || isStepSaid(hour, 'hour', said);
  return isHourFree ? null : 'This starts more than once a day. Should it?';
}

function isList(field: string): boolean {
  return /^\d+(?:,\d+)*$/.test(field);
}

/** `*` is every one, and a star with a step every so many; what lies within a range is bounded by numbers that were said. */
function isStepSaid(field: string, span: keyof typeof INTERVALS, said: Passage): boolean {
  const [range = '', step = '1'] = field.split('/');
  return (
    intervalsIn(said, span).includes(step) &&
    (range === '*' || range.split('-').every((end) => isNumberSaid(end, said)))
  );
}

function isNumberSaid(field: string, said: Passage): boolean {
  const numbers = said.numbers.map(Number);
  return numbers.includes(Number(field) % 12) || numbers.includes(Number(field));
}

/** The minutes that need no number: `quarter past six`. */
function partOfHour(text: string): RegExp {
  const half = /(?<!\p{L})(?:half|halb|demie|media|mezza)/u.test(text) ? '|30' : '';
  return new RegExp(`^(?:0${half}${/(?<!\p{L})(?:quarter|viertel|quart)/u.test(text) ? '|15|45' : ''})$`);
}

/** Hour and minute are among the numbers that were said, where any was; what begins a day or its half needs none. */
export function isTimeSaid(cron: string, said: Passage): boolean {
  const [minute = '', hour = ''] = cron.split(' ');
  return isFieldSaid(minute, 'hour', partOfHour(said.text), said) && isFieldSaid(hour, 'day', /^(?:0|12)$/, said);
}

/** `span` is what the field counts the parts of; `free` are those that need no number. */
function isFieldSaid(field: string, span: 'hour' | 'day', free: RegExp, said: Passage): boolean {
  const times = field.split(',');
  if (times.length <= Math.max(...timesIn(said.text, span), 0)) return true;
  if (said.numbers.length === 0) return times.length === 1;
  return !isList(field) || times.every((one) => free.test(one) || isNumberSaid(one, said));
}
