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
  {
    id: 'refused-pattern',
    kind: 'workflow',
    title: 'The pattern of a filter cannot be read',
    description:
      'GitHub refuses the workflow: ? and + repeat what stands before them, and [ ] hold what is chosen from.',
    level: 'error',
    message: 'GitHub cannot read the pattern {pattern}: {why}.',
    help: 'Mend it, or put a \\ before a character that stands for itself; patterns are no regular expressions.',
    aliases: ['actionlint/glob'],
    good: "on: { push: { tags: ['v[0-9]+.*'] } }\njobs: {}\n",
    bad: "on: { push: { tags: ['v[0-9+.*'] } }\njobs: {}\n",
  },
  {
    id: 'unmatched-pattern',
    kind: 'workflow',
    title: 'The pattern of a filter can match nothing',
    description:
      'There is no such branch, tag or path, so the workflow never starts by it, or nothing is left out by it.',
    level: 'warning',
    message: 'The pattern {pattern} matches nothing: {why}.',
    help: "Write names of branches and tags without refs/, paths from the repository's root, and * for any characters.",
    aliases: ['actionlint/glob'],
    good: "on: { push: { paths: ['src/**'] } }\njobs: {}\n",
    bad: "on: { push: { paths: ['./src/**'] } }\njobs: {}\n",
  },
] as const satisfies readonly Rule[];
