import type { Rule } from '../../domain/rule.ts';

/** What the semantics engine says of what starts a workflow, and of what it is given. */
export const TRIGGER_RULES = [
  {
    id: 'schedule-too-frequent',
    kind: 'workflow',
    title: 'A schedule is asked for more often than it is run',
    description: 'GitHub starts a scheduled workflow at most every five minutes, whatever is written.',
    level: 'warning',
    message: 'The schedule asks for a run every {minutes}; GitHub runs it every 5 minutes at most.',
    help: 'Write an interval of five minutes or more, such as */5.',
    aliases: ['actionlint/events'],
    good: "on: { schedule: [{ cron: '*/5 * * * *' }] }\njobs: {}\n",
    bad: "on: { schedule: [{ cron: '*/2 * * * *' }] }\njobs: {}\n",
  },
  {
    id: 'unknown-timezone',
    kind: 'workflow',
    title: 'A schedule names a time zone that there is not',
    description: 'GitHub takes the names of the IANA, such as Europe/Berlin; a schedule with another one does not run.',
    level: 'error',
    message: 'There is no time zone {timezone}.',
    help: 'Write its name in the database of the IANA, such as Europe/Berlin; without one the schedule is in UTC.',
    aliases: ['actionlint/events'],
    good: "on: { schedule: [{ cron: '0 7 * * 1-5', timezone: Europe/Berlin }] }\njobs: {}\n",
    bad: "on: { schedule: [{ cron: '0 7 * * 1-5', timezone: Europe/Bärlin }] }\njobs: {}\n",
  },
] as const satisfies readonly Rule[];
