import { expect, it } from 'vitest';
import { foundBy } from '../../../fakes/checking.ts';

const RULES = [
  'unknown-shell',
  'malformed-uses',
  'outdated-action',
  'deprecated-command',
  'environment-name',
  'repeated-step-id',
];

it('The steps of an action are asked what those of a job are', async () => {
  const steps = [
    '{ run: make, shell: fish }',
    '{ uses: checkout@v7 }',
    '{ uses: actions/checkout@v2, id: a }',
    '{ run: "echo ::set-output name=a::1", shell: bash, id: A }',
    '{ run: make, shell: powershell, env: { "A B": c } }',
  ];
  const text = `name: a\ndescription: b\nruns:\n  using: composite\n  steps:\n${steps.map((step) => `    - ${step}\n`).join('')}`;
  expect((await foundBy(RULES, text, 'setup/action.yml')).map((line) => line.split(':')[0])).toEqual([
    '6 unknown-shell',
    '7 malformed-uses',
    '8 outdated-action',
    '9 deprecated-command',
    '9 repeated-step-id',
    '10 environment-name',
  ]);
});
