import { asList, asMapping, asText, type Mapping } from '../../../workflow/facts/values.ts';
import type { Check } from './check.ts';
import { isTimezone } from './timezones.ts';

/** Minutes between two runs of one schedule that GitHub keeps to. (events that trigger workflows, `schedule`) */
const SHORTEST = 5;

/** A schedule that is asked for more often than GitHub runs it. */
export const tooFrequent: Check = ({ workflow }) =>
  entriesOf(workflow)
    .map(({ cron, path }) => ({ gap: shortestGap(cron.trim().split(/\s+/)), path: [...path, 'cron'] }))
    .filter(({ gap }) => gap < SHORTEST)
    .map(({ gap, path }) => ({
      rule: 'schedule-too-frequent',
      path,
      params: { minutes: gap === 1 ? 'minute' : `${gap} minutes` },
    }));

/** A time zone that the IANA's database does not have. */
export const unknownTimezone: Check = ({ workflow }) =>
  entriesOf(workflow)
    .filter(({ timezone }) => timezone !== '' && !isTimezone(timezone))
    .map(({ timezone, path }) => ({ rule: 'unknown-timezone', path: [...path, 'timezone'], params: { timezone } }));

function entriesOf({ on }: Mapping) {
  return asList(asMapping(on).schedule).map((value, index) => {
    const { cron, timezone } = asMapping(value);
    return { cron: asText(cron) ?? '', timezone: asText(timezone) ?? '', path: ['on', 'schedule', index] };
  });
}

/**
 * Minutes between two runs that follow one another most closely; of a text that is no schedule nothing is said. GitHub's parser has a
 * count of its own, which takes 1 and 59 of one hour a day for neighbours, and of a list of ranges the first number of each.
 */
function shortestGap([minute = '', hour = '', ...rest]: readonly string[]): number {
  const minutes = valuesOf(minute, 60);
  const hours = valuesOf(hour, 24);
  const [first] = minutes;
  if (rest.length !== 3 || first === undefined) return SHORTEST;
  const followsOn = hours.some((value, index) => value + 1 === hours[index + 1]);
  const next = followsOn ? [...minutes, first + 60] : minutes;
  return Math.min(SHORTEST, ...next.slice(1).map((value, index) => value - (next[index] ?? 0)));
}

/** What a field of cron stands for, in order; nothing where it cannot be read. */
function valuesOf(field: string, end: number): number[] {
  const ranges = field.split(',').map((part) => /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part));
  if (ranges.length > end || ranges.includes(null)) return [];
  const all = Array.from({ length: end }, (_, value) => value);
  return all.filter((value) =>
    ranges.some((range) => {
      const [, from, to, step] = range ?? [];
      const first = Number(from ?? 0);
      // One value with a step goes on to the end.
      const last = to === undefined && from !== undefined && step === undefined ? first : Number(to ?? end - 1);
      return value >= first && value <= last && (value - first) % Number(step ?? 1) === 0;
    }),
  );
}
