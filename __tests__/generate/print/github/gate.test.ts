import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../../src/domain/request.ts';
import { evaluate, parseCondition } from '../../../../src/workflow/expressions/evaluate.ts';
import { known, truthOf } from '../../../../src/workflow/expressions/value.ts';
import { jobsOver, type WorkflowJob } from '../../generating.ts';
import { profileOf, requestOf, unit } from '../../profiles.ts';

const HEAD = 'github.event.pull_request.head.repo.full_name';
const OURS = { 'github.event_name': 'pull_request', 'github.repository': 'us/shop', [HEAD]: 'us/shop' };
const FORK = { ...OURS, [HEAD]: 'them/shop' };
const PUSH = { 'github.event_name': 'push', 'github.repository': 'us/shop' };

/** `cart` runs on a machine of one's own, `web` on GitHub's. */
const onOwnMachine: Intent = { kind: 'runner', for: { path: 'cart' }, labels: ['self-hosted', 'linux'] };
const two = profileOf([unit({ directory: 'cart' }), unit({ directory: 'web' })]);

describe('The gate over jobs on machines of one’s own', () => {
  const gate = gateOf(jobsOver(two, requestOf(onOwnMachine)));
  const touched = (cart: string, web: string) => ({
    'needs.changes.outputs.cart': cart,
    'needs.changes.outputs.web': web,
  });

  it.each([
    ['a fork’s pull request that concerns them', { ...FORK, ...touched('true', 'true') }, 1],
    ['a fork’s pull request that concerns only others', { ...FORK, ...touched('false', 'true') }, 0],
    ['a pull request of somebody whose fork is gone', { ...FORK, [HEAD]: null, ...touched('true', 'false') }, 1],
    ['a pull request of the repository itself', { ...OURS, ...touched('true', 'true') }, 0],
    ['a push', { ...PUSH, ...touched('true', 'true') }, 0],
  ])('on %s', (_, values, code) => {
    expect(run(gate, values).code).toBe(code);
  });

  it('says why it fails and what a maintainer can do, as an annotation', () => {
    const { stdout } = run(gate, { ...FORK, ...touched('true', 'true') });
    expect(stdout).toMatch(/^::error::This pull request comes from a fork, .* push its branch to this repository/);
  });

  it('fails on every pull request of a fork where they always run', () => {
    const alone = gateOf(jobsOver(profileOf([unit()]), requestOf({ ...onOwnMachine, for: { all: true } })));
    expect([run(alone, FORK).code, run(alone, OURS).code, run(alone, PUSH).code]).toEqual([1, 0, 0]);
  });

  it('knows the rows of a matrix that concern the change', () => {
    const many = profileOf(['a', 'b', 'c', 'd'].map((directory) => unit({ directory })));
    const folded = gateOf(jobsOver(many, requestOf({ ...onOwnMachine, for: { all: true } })));
    expect(run(folded, { ...FORK, 'needs.changes.outputs.go': '[{"unit":"a"}]' }).code).toBe(1);
    expect(run(folded, { ...FORK, 'needs.changes.outputs.go': '[{"unit":"nothing"}]' }).code).toBe(0);
  });
});

describe('The gate over GitHub’s machines alone', () => {
  it.each<[string, Intent[]]>([
    ['as they are', []],
    ['of each system, whatever other runner was asked for', [{ ...onOwnMachine, for: { all: true } }, systems()]],
  ])('has nothing to say of forks, %s', (_, intents) => {
    const tested = profileOf([unit({ commands: { install: [], lint: [], build: [], test: unit().commands.test } })]);
    const jobs = jobsOver(tested, requestOf(...intents));
    expect(gateOf(jobs).steps).toHaveLength(1);
    expect(Object.values(jobs).map((job) => job.if)).toEqual([undefined, 'always()']);
  });
});

function systems(): Intent {
  return { kind: 'matrix', for: { all: true }, systems: ['linux', 'windows'] };
}

function gateOf(jobs: Readonly<Record<string, WorkflowJob>>): WorkflowJob {
  const gate = jobs['ci-gate'];
  if (!gate) throw new Error('there is no gate');
  return gate;
}

/** Runs each step whose condition holds, by the shell that GitHub would take; of results nothing is known, so nothing has failed. */
function run({ steps }: WorkflowJob, values: Readonly<Record<string, string | null>>) {
  for (const { if: condition = 'true', run: script = '' } of steps) {
    const path = (parts: readonly string[]) => known(values[parts.join('.')] ?? null);
    if (truthOf(evaluate(parseCondition(condition), path)) !== true) continue;
    const { status, stdout } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      encoding: 'utf8',
    });
    if (status !== 0) return { code: status, stdout };
  }
  return { code: 0, stdout: '' };
}
