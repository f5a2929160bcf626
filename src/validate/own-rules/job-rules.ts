import type { Rule } from '../../domain/rule.ts';

/** What the semantics engine says of the shape of jobs and their steps. */
export const JOB_RULES = [
  {
    id: 'retired-runner',
    kind: 'workflow',
    title: 'A job runs on a machine that GitHub has no more',
    description: 'No runner takes the job: it waits for a day and fails.',
    level: 'error',
    message: 'GitHub has had no runners {label} since {since}.',
    help: 'Name a version of today, such as ubuntu-24.04, windows-2025 or macos-15.',
    aliases: ['actionlint/runner-label'],
    good: 'on: push\njobs: { a: { runs-on: ubuntu-24.04, steps: [{ run: make }] } }\n',
    bad: 'on: push\njobs: { a: { runs-on: ubuntu-18.04, steps: [{ run: make }] } }\n',
  },
  {
    id: 'unknown-runner',
    kind: 'workflow',
    title: 'A job runs on a machine that GitHub never had',
    description: 'Unless somebody has given a runner of their own this label, none takes the job.',
    level: 'warning',
    message: 'GitHub has no runners {label}.',
    help: 'Name a version of today, such as ubuntu-24.04; own machines are best told by labels that look like none of GitHub.',
    aliases: ['actionlint/runner-label'],
    good: 'on: push\njobs: { a: { runs-on: ubuntu-24.04-arm, steps: [{ run: make }] } }\n',
    bad: 'on: push\njobs: { a: { runs-on: ubuntu-24, steps: [{ run: make }] } }\n',
  },
  {
    id: 'conflicting-runners',
    kind: 'workflow',
    title: 'A job asks for a machine with two systems',
    description: 'A runner must have all labels of the list, so none takes the job.',
    level: 'error',
    message: 'No runner has both {label} and {other}.',
    help: 'Put the labels into a matrix to run the job on each of them.',
    aliases: ['actionlint/runner-label'],
    good: "on: push\njobs: { a: { strategy: { matrix: { os: [ubuntu-24.04, windows-2025] } }, runs-on: '${{ matrix.os }}', steps: [{ run: make }] } }\n",
    bad: 'on: push\njobs: { a: { runs-on: [ubuntu-24.04, windows-2025], steps: [{ run: make }] } }\n',
  },
] as const satisfies readonly Rule[];
