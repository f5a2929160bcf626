import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportOf } from '../../rigs/act/report.ts';
import { actionlint } from '../../rigs/oracles/actionlint.ts';
import { lineOf } from '../../rigs/oracles/program.ts';
import { zizmor } from '../../rigs/oracles/zizmor.ts';
import { exampleRepository } from '../fakes/example.ts';
import { type TemporaryRepository, temporaryDirectory } from '../fakes/repository.ts';
import { shopRepository } from '../fakes/shop.ts';
import { haveTools } from '../tools.ts';
import { EXAMPLES } from './examples.ts';
import { generateIn, imageJobs, logOf, missingOf, outcomes, ran, run, stepsOf, TIMEOUT, WORKFLOW } from './pipeline.ts';

// One file, so that one pipeline runs after the other: they publish the same port for their databases.

const missing = await missingOf(['go', 'javac', 'mvn', 'uv', 'pnpm', 'postgres']);
const missingByExample = new Map<string, readonly string[]>();
for (const { name, programs } of EXAMPLES) missingByExample.set(name, await missingOf(programs));
const allMissing = [...new Set([...missing, ...[...missingByExample.values()].flat()])];
if (allMissing.length > 0)
  console.warn(
    `NOT TESTED: running some of the examples’ pipelines, for want of ${allMissing.join(', ')} (make tools).`,
  );

const hasOracles = haveTools('actionlint', 'shellcheck', 'zizmor');

it('What the pipelines of the examples need is there, at least where CI is true', () => {
  expect(process.env.CI === 'true' ? allMissing : []).toEqual([]);
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

/** A compiler of Rust writes no more than a test needs. */
const QUICK = { CARGO_INCREMENTAL: '0', CARGO_PROFILE_DEV_DEBUG: '0' };

describe.each(EXAMPLES)('The pipeline that the built program generates for $name', (example) => {
  let repository: TemporaryRepository;

  beforeAll(() => {
    repository = exampleRepository(example.name);
    repository.git('checkout', '--quiet', '-b', 'pipeline');
    generateIn(repository);
  }, 60_000);
  afterAll(() => repository[Symbol.asyncDispose]());

  it('has image jobs, which need an engine for containers and are left out of what follows', () => {
    expect(imageJobs(repository)).toEqual(example.images);
  });

  it.skipIf(!hasOracles)('is clean to other people’s programs', () => {
    const file = join(repository.path, WORKFLOW);
    expect([...actionlint([file]), ...zizmor([file])].map(lineOf)).toEqual([]);
  });

  it.skipIf((missingByExample.get(example.name) ?? []).length > 0)(
    'passes, job by job',
    async () => {
      using built = temporaryDirectory();
      const jobs = await run(repository, { base: 'main', environment: { CARGO_TARGET_DIR: built.path, ...QUICK } });
      expect(outcomes(jobs), reportOf({ jobs, standIns: [] })).toEqual(
        example.jobs.map((id) => `${id}: ${example.images.includes(id) ? 'left out' : 'passed'}`),
      );
      for (const [id, printed] of Object.entries(example.prints)) expect(logOf(jobs, id)).toMatch(printed);
    },
    TIMEOUT,
  );
});

function change(shop: TemporaryRepository, file: string, from: string, to: string): void {
  const text = readFileSync(join(shop.path, file), 'utf8');
  expect(text).toContain(from);
  shop.write({ [file]: text.replace(from, to) });
  shop.commit();
}
