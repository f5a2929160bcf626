import type { Rule } from '../../domain/rule.ts';

/** What the semantics engine says of how jobs, their copies and their steps stand to one another. */
export const GRAPH_RULES = [
  {
    id: 'repeated-matrix-value',
    kind: 'workflow',
    title: 'A matrix has the same value twice',
    description: 'The same job is run twice; in YAML 3.10 without quotes is the number 3.1.',
    level: 'warning',
    message: 'The matrix has the value {value} of {name} already.',
    help: 'Take one of them out, or put versions into quotes.',
    aliases: ['actionlint/matrix'],
    good: "on: push\njobs: { a: { runs-on: ubuntu-24.04, strategy: { matrix: { python: ['3.1', '3.10'] } }, steps: [{ run: make }] } }\n",
    bad: 'on: push\njobs: { a: { runs-on: ubuntu-24.04, strategy: { matrix: { python: [3.1, 3.10] } }, steps: [{ run: make }] } }\n',
  },
  {
    id: 'unknown-exclude',
    kind: 'workflow',
    title: 'A matrix excludes by a name that it does not have',
    description:
      'GitHub fails the job. Names that only include has are none: what is included is put in after what is excluded.',
    level: 'error',
    message: 'The matrix has no {name} to exclude by.',
    help: 'Write one of the names of the matrix.',
    aliases: ['actionlint/matrix'],
    good: 'on: push\njobs: { a: { runs-on: ubuntu-24.04, strategy: { matrix: { node: [22, 24], exclude: [{ node: 22 }] } }, steps: [{ run: make }] } }\n',
    bad: 'on: push\njobs: { a: { runs-on: ubuntu-24.04, strategy: { matrix: { node: [22, 24], exclude: [{ os: linux }] } }, steps: [{ run: make }] } }\n',
  },
  {
    id: 'unmatched-exclude',
    kind: 'workflow',
    title: 'A matrix excludes what it does not have',
    description: 'Nothing is left out, and whoever reads it thinks otherwise.',
    level: 'warning',
    message: 'The matrix has no value {value} of {name} to exclude.',
    help: 'Take it out, or write one of the values of the matrix.',
    aliases: ['actionlint/matrix'],
    good: 'on: push\njobs: { a: { runs-on: ubuntu-24.04, strategy: { matrix: { node: [22, 24], exclude: [{ node: 22 }] } }, steps: [{ run: make }] } }\n',
    bad: 'on: push\njobs: { a: { runs-on: ubuntu-24.04, strategy: { matrix: { node: [22, 24], exclude: [{ node: 20 }] } }, steps: [{ run: make }] } }\n',
  },
  {
    id: 'repeated-step-id',
    kind: 'workflow',
    title: 'Two steps of a job have the same id',
    description: 'GitHub compares ids without regard to case, and refuses the workflow.',
    level: 'error',
    message: 'The step id {id} is {other} to GitHub, which there is already.',
    help: 'Give one of them another id.',
    aliases: ['actionlint/id'],
    good: '- run: make\n  id: build\n- run: make test\n  id: test\n',
    bad: '- run: make\n  id: build\n- run: make test\n  id: Build\n',
  },
] as const satisfies readonly Rule[];
