import { describe, expect, it } from 'vitest';
import { file, report } from '../../fakes/judging.ts';

const JOBS =
  'permissions: {}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    timeout-minutes: 5\n    steps: [{ run: make }]\n';

describe('The schema of workflows', () => {
  it.each([
    'on: repository_dispatch',
    'on: [push, repository_dispatch]',
    'on: { repository_dispatch: { types: [built] } }',
    'on: branch_protection_rule',
  ])('takes what GitHub takes: %s', async (trigger) => {
    expect((await report([file(`${trigger}\n${JOBS}`)])).findings).toEqual([]);
  });

  it.each([
    'on: { workflow_dispatch: { inputs: { version: { default: 25.8 }, all: { default: false }, to: { type: string, default: 14 } } } }',
    'on: { workflow_dispatch: { inputs: { port: { type: number, default: 80 }, all: { type: boolean, default: true } } } }',
    "on: { workflow_dispatch: { inputs: { all: { type: boolean, default: 'true' } } } }",
    'on: { workflow_call: { inputs: { milestone: { type: string, default: 57 } } } }',
    'on:\n  schedule:\n    - cron: |\n        0 0 * * *',
    'on: push\ncache-mode: read',
  ])('takes what GitHub runs: %s', async (trigger) => {
    expect((await report([file(`${trigger}\n${JOBS}`)])).findings).toEqual([]);
  });

  it.each([
    ['on: { workflow_dispatch: { inputs: { to: { options: [a, b] } } } }', 'unused-options'],
    ["on: { pull_request: { branches: [main], tags-ignore: ['**'] } }", 'unused-filter'],
    ['on: { pull_request_target: { tags: [v1] } }', 'unused-filter'],
  ])('does not refuse what GitHub passes over: %s', async (trigger, rule) => {
    const { findings } = await report([file(`${trigger}\n${JOBS}`)]);
    expect(findings.filter((one) => one.rule !== 'dangerous-triggers')).toMatchObject([{ rule, level: 'warning' }]);
  });

  it('takes steps that run side by side, and a cache that a job may only write', async () => {
    const text = [
      'on: push',
      'permissions: {}',
      'jobs:',
      '  a:',
      '    runs-on: ubuntu-24.04',
      '    timeout-minutes: 5',
      '    cache-mode: write-only',
      '    steps:',
      '      - { id: server, run: make serve, background: true }',
      '      - { id: other, run: make other, background: true }',
      '      - { wait: server }',
      '      - { cancel: server }',
      '      - wait-all:',
      '      - parallel: [{ run: make a }, { run: make b }]',
      '',
    ].join('\n');
    expect((await report([file(text)])).findings).toEqual([]);
  });

  it.each(['cache-mode: all', 'steps: [{ wait: }]', 'steps: [{ run: make, background: perhaps }]'])(
    'refuses what none of them can be: %s',
    async (line) => {
      const steps = line.startsWith('steps') ? '' : '    steps: [{ run: make }]\n';
      const text = `on: push\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    timeout-minutes: 5\n    ${line}\n${steps}`;
      const { findings } = await report([file(text)]);
      expect(findings).toContainEqual(expect.objectContaining({ rule: 'workflow-schema', level: 'error' }));
    },
  );

  it.each(['on: repository_dispatched', 'on: [push, pushed]'])('refuses what GitHub refuses: %s', async (trigger) => {
    const { findings } = await report([file(`${trigger}\n${JOBS}`)]);
    expect(findings).toMatchObject([{ rule: 'workflow-schema', level: 'error', range: { start: { line: 1 } } }]);
  });

  it('takes an expression where a mapping may come of one', async () => {
    const text = [
      'on: push',
      'permissions: {}',
      'jobs:',
      '  a:',
      '    runs-on: ubuntu-24.04',
      '    timeout-minutes: 5',
      '    env: ${{ fromJSON(vars.JOB) }}',
      '    services: ${{ fromJSON(vars.SERVICES) }}',
      '    steps:',
      '      - run: make',
      '        env: ${{ fromJSON(vars.STEP) }}',
      '',
    ].join('\n');
    expect((await report([file(text)])).findings).toEqual([]);
  });

  it.each([
    ['strategy: ${{ secrets.STRATEGY }}', 6],
    ['steps: ${{ fromJSON(vars.STEPS) }}', 6],
    ['env: nothing', 6],
  ])('refuses what no expression and no text can be: %s', async (line, at) => {
    const text = `on: push\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    ${line}\n    timeout-minutes: 5\n${line.startsWith('steps') ? '' : '    steps: [{ run: make }]\n'}`;
    const { findings } = await report([file(text)]);
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'workflow-schema', level: 'error' }));
    expect(findings.find(({ rule }) => rule === 'workflow-schema')?.range.start.line).toBe(at);
  });
});

it.each([
  [
    'on: { workflow_dispatch: { inputs: { all: { type: boolean, default: often } } } }',
    'The input default is a text, where GitHub takes true or false.',
  ],
  ['on: push\nrun: make', "Unexpected value 'run'."],
])('What the parser says of %s is said in words', async (head, message) => {
  const { findings } = await report([file(`${head}\n${JOBS}`)]);
  expect(findings).toMatchObject([{ rule: 'workflow-schema', message }]);
});

describe('The metadata of an action', () => {
  const RUNS = 'runs: { using: composite, steps: [{ run: make, shell: bash }] }\n';
  const found = async (text: string) =>
    (await report([file(text, 'tools/build/action.yml')])).findings.map(({ rule, level }) => `${rule} ${level}`);

  it.each([
    `name: a\n${RUNS}`,
    `description: b\n${RUNS}`,
    `name: a\ndescription: b\nbranding:\n  icon: tool\n  color: green\n${RUNS}`,
  ])('that runners do not read is a warning: %s', async (text) => {
    expect(await found(text)).toEqual(['action-metadata warning']);
  });

  it('that runners read must be as GitHub wants it', async () => {
    expect(await found('name: a\ndescription: b\nruns: { using: composite }\n')).toEqual(['action-schema error']);
    expect(await found(`name: a\ndescription: b\n${RUNS}`)).toEqual([]);
  });
});
