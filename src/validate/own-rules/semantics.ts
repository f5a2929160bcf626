import type { Rule } from '../../domain/rule.ts';

/** What the semantics engine says, in the order of its checks. */
export const SEMANTICS_RULES = [
  {
    id: 'exclusive-filters',
    kind: 'workflow',
    title: 'A filter stands beside its opposite',
    description: 'GitHub refuses the workflow: of branches and branches-ignore an event takes one.',
    level: 'error',
    message: '{event} has {filter} and {filter}-ignore; GitHub takes one of them.',
    help: 'Keep the first one, and write what is to be left out there with a ! before it.',
    aliases: ['actionlint/events'],
    good: "on: { push: { branches: [main, '!main-old'] } }\njobs: {}\n",
    bad: 'on: { push: { branches: [main], branches-ignore: [main-old] } }\njobs: {}\n',
  },
] as const satisfies readonly Rule[];
