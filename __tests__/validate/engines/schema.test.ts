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
});
