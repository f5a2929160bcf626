import { once } from 'node:events';
import { accessSync, constants, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAct } from '../../rigs/act/act.ts';
import { type PipelineRequest, runPipeline } from '../../rigs/act/pipeline.ts';
import { findPostgres } from '../../rigs/act/postgres-programs.ts';
import { reportOf } from '../../rigs/act/report.ts';
import type { JobRun } from '../../rigs/act/result.ts';
import { parseWorkflow } from '../../rigs/act/workflow.ts';
import { runCli } from '../fakes/built.ts';
import { type TemporaryRepository, temporaryDirectory } from '../fakes/repository.ts';
import { shopRepository } from '../fakes/shop.ts';
import { toolPath } from '../tools.ts';

const WORKFLOW = '.github/workflows/generated.yml';

/** The port that the pipeline publishes for its database. */
const PORT = 5432;

/** The first run on a machine fills the caches of Go, Maven, uv and pnpm. */
const TIMEOUT = 10 * 60_000;

const missing = [
  (await findAct()) ? [] : 'act',
  toolPath('uv') ? [] : 'uv',
  (await findPostgres()).length > 0 ? [] : 'PostgreSQL',
  ['go', 'javac', 'mvn'].filter((program) => !isOnPath(program)),
  (await isFree(PORT)) ? [] : `a free port ${PORT}`,
].flat();
if (missing.length > 0)
  console.warn(`NOT TESTED: running the shop's own pipeline, for want of ${missing.join(', ')} (make tools).`);

it('What the pipeline of the shop needs is there, at least where CI is true', () => {
  expect(process.env.CI === 'true' ? missing : []).toEqual([]);
});

describe.skipIf(missing.length > 0)('The pipeline that the built program generates for the shop', () => {
  let shop: TemporaryRepository;

  beforeAll(() => {
    shop = shopRepository();
    generateIn(shop);
  }, 60_000);
  afterAll(() => shop[Symbol.asyncDispose]());

  it('has one image job, which needs an engine for containers and is left out of what follows', () => {
    expect(imageJobs(shop)).toEqual(['image']);
  });

  it(
    'passes, job by job, on the pull request that brings it',
    async () => {
      const jobs = await run(shop, { base: 'main' });
      expect(outcomes(jobs), reportOf({ jobs, standIns: [] })).toEqual([
        'changes: passed',
        'cart-lint: passed',
        'cart-format: passed',
        'cart-test: passed',
        'cart-build: passed',
        'ledger-test: passed',
        'recommender-lint: passed',
        'recommender-format: passed',
        'recommender-test: passed',
        'web-lint: passed',
        'web-format: passed',
        'web-typecheck: passed',
        'web-test: passed',
        'web-build: passed',
        'image: left out',
        'ci-gate: passed',
      ]);
      expect(logOf(jobs, 'cart-test')).toMatch(/^ok\s+example.com\/shop\/cart\/internal\/basket/m);
      expect(logOf(jobs, 'recommender-test')).toContain('3 passed');
      expect(logOf(jobs, 'web-test')).toMatch(/pass [1-9]\d*$/m);
      expect(logOf(jobs, 'ledger-test')).toContain('Tests run: 2, Failures: 0, Errors: 0, Skipped: 0');
      expect(stepsOf(jobs, 'ledger-test')[0]).toMatch(/^Start postgres in place of postgres:17@sha256:\w+: passed$/);
    },
    TIMEOUT,
  );

  it(
    'runs for a later pull request only what that one touches',
    async () => {
      shop.git('checkout', '--quiet', '-b', 'later', 'add-recommender');
      change(shop, 'recommender/src/recommender/__init__.py', 'bought as well.', 'bought with it.');
      expect(outcomes(await run(shop, { base: 'add-recommender' }))).toEqual([
        'changes: passed',
        'cart-lint: skipped',
        'cart-format: skipped',
        'cart-test: skipped',
        'cart-build: skipped',
        'ledger-test: skipped',
        'recommender-lint: passed',
        'recommender-format: passed',
        'recommender-test: passed',
        'web-lint: skipped',
        'web-format: skipped',
        'web-typecheck: skipped',
        'web-test: skipped',
        'web-build: skipped',
        'image: left out',
        'ci-gate: passed',
      ]);
      const pushed = await run(shop, { base: 'add-recommender', event: 'push' }, ['changes', 'cart-format', 'ci-gate']);
      expect(ran(pushed)).toEqual(['changes: passed', 'cart-format: passed', 'ci-gate: passed']);
    },
    TIMEOUT,
  );

  it(
    'fails at the job whose test is broken, and at the gate',
    async () => {
      shop.git('checkout', '--quiet', '-b', 'broken', 'add-recommender');
      change(shop, 'recommender/src/recommender/pairs.py', 'sorted(set(items))', 'items');
      const jobs = await run(shop, { base: 'add-recommender' }, ['changes', 'recommender-test', 'ci-gate']);
      expect(ran(jobs)).toEqual(['changes: passed', 'recommender-test: failed', 'ci-gate: failed']);
      expect(stepsOf(jobs, 'recommender-test').at(-1)).toBe('Test: failed');
      expect(logOf(jobs, 'recommender-test')).toContain('1 failed, 2 passed');
    },
    TIMEOUT,
  );
});

/** Commits what the program proposes for the pull request that is checked out. */
function generateIn(shop: TemporaryRepository): void {
  using output = temporaryDirectory();
  const { code, stderr } = runCli([
    'generate',
    ...['--repository', shop.path],
    ...['--base', 'main'],
    ...['--output', output.path],
  ]);
  expect(code, stderr).toBe(0);
  shop.write({ [WORKFLOW]: readFileSync(join(output.path, WORKFLOW)) });
  shop.commit('The pipeline');
}

function change(shop: TemporaryRepository, file: string, from: string, to: string): void {
  const text = readFileSync(join(shop.path, file), 'utf8');
  expect(text).toContain(from);
  shop.write({ [file]: text.replace(from, to) });
  shop.commit();
}

/** Runs all jobs but those that build images, or of these only some. */
async function run(
  shop: TemporaryRepository,
  request: Pick<PipelineRequest, 'base' | 'event'>,
  only: readonly string[] = Object.keys(jobsOf(shop)),
): Promise<readonly JobRun[]> {
  const images = imageJobs(shop);
  const leaveOut = Object.keys(jobsOf(shop)).filter((id) => images.includes(id) || !only.includes(id));
  const signal = AbortSignal.timeout(TIMEOUT - 20_000);
  return (await runPipeline({ ...request, repository: shop.path, workflow: WORKFLOW, leaveOut, signal })).jobs;
}

function imageJobs(shop: TemporaryRepository): readonly string[] {
  return Object.entries(jobsOf(shop)).flatMap(([id, { steps = [] }]) =>
    steps.some(({ uses = '' }) => uses.startsWith('docker/build-push-action@')) ? [id] : [],
  );
}

function jobsOf(shop: TemporaryRepository) {
  return parseWorkflow(readFileSync(join(shop.path, WORKFLOW), 'utf8')).jobs;
}

function ran(jobs: readonly JobRun[]): readonly string[] {
  return outcomes(jobs.filter(({ status }) => status !== 'left out'));
}

function outcomes(jobs: readonly JobRun[]): readonly string[] {
  return jobs.map(({ name, status }) => `${name}: ${status}`);
}

function stepsOf(jobs: readonly JobRun[], id: string): readonly string[] {
  const job = jobs.find((one) => one.id === id);
  return job && 'steps' in job ? job.steps.map(({ name, status }) => `${name}: ${status}`) : [];
}

function logOf(jobs: readonly JobRun[], id: string): string {
  const job = jobs.find((one) => one.id === id);
  return job && 'log' in job ? job.log.join('\n') : '';
}

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

async function isFree(port: number): Promise<boolean> {
  await using server = createServer();
  server.listen(port, '127.0.0.1');
  // Awaited here: the server is closed when this function returns.
  return await once(server, 'listening').then(
    () => true,
    () => false,
  );
}
