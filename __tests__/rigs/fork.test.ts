import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findAct } from '../../rigs/act/act.ts';
import { runPipeline } from '../../rigs/act/pipeline.ts';
import { parseWorkflow } from '../../rigs/act/workflow.ts';
import { runCli } from '../fakes/built.ts';
import { temporaryRepository } from '../fakes/repository.ts';

const WORKFLOW = '.github/workflows/generated.yml';
const GO = 'module example.com/a\n\ngo 1.25.0\n';
const FILES = {
  'cart/go.mod': GO,
  'cart/main.go': 'package main\n',
  'web/go.mod': GO,
  'web/main.go': 'package main\n',
  '.github/agent-generate.yml':
    'version: 1\nrequest: { intents: [{ kind: runner, for: { path: cart }, labels: [self-hosted] }] }\n',
};

const missing = (await findAct()) ? [] : ['act'];
if (missing.length > 0) console.warn('NOT TESTED: pull requests of forks, for want of act (make tools).');

it('act is there, at least where CI is true', () => {
  expect(process.env.CI === 'true' ? missing : []).toEqual([]);
});

describe.skipIf(missing.length > 0)('A pipeline with jobs on a machine of one’s own', { timeout: 120_000 }, () => {
  it.each([
    { from: 'a fork', what: 'them', fork: true, file: 'cart/main.go', gate: 'failed' },
    { from: 'a fork', what: 'others', fork: true, file: 'web/main.go', gate: 'passed' },
    { from: 'the repository', what: 'them', fork: false, file: 'cart/main.go', gate: 'passed' },
  ])('ends $gate on a pull request of $from that concerns $what', async ({ fork, file, gate }) => {
    await using repository = temporaryRepository(FILES);
    const { code, stderr } = runCli(['generate', '--write'], { cwd: repository.path });
    expect(code, stderr).toBe(0);
    repository.commit('The pipeline');
    repository.git('checkout', '--quiet', '-b', 'feature');
    repository.write({ [file]: 'package main\n\n// changed\n' });
    repository.commit();
    const { jobs: all } = parseWorkflow(readFileSync(join(repository.path, WORKFLOW), 'utf8'));
    // What a guarded job does is no matter here, only whether it is begun: the others stand aside, and so do all that may run.
    const leaveOut = Object.keys(all).filter((id) => /^web-/.test(id) || (!fork && /^cart-/.test(id)));
    const signal = AbortSignal.timeout(100_000);
    const request = { repository: repository.path, workflow: WORKFLOW, base: 'main', leaveOut, fork, signal };
    const { jobs } = await runPipeline(request);
    const outcomes = jobs.filter(({ status }) => status !== 'left out').map(({ name, status }) => `${name}: ${status}`);
    expect(outcomes).toEqual([
      'changes: passed',
      ...Object.keys(all).flatMap((id) => (fork && id.startsWith('cart-') ? [`${id}: skipped`] : [])),
      `ci-gate: ${gate}`,
    ]);
  });
});
