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
