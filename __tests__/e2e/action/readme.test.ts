import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCheckout } from '../../../rigs/act/checkout.ts';
import { eventOf, REPOSITORY } from '../../../rigs/act/event.ts';
import { type GitHubRig, startGitHub } from '../../../rigs/github/github.ts';
import { runCli } from '../../fakes/built.ts';
import { type TemporaryRepository, temporaryDirectory } from '../../fakes/repository.ts';
import { shopRepository } from '../../fakes/shop.ts';
import { haveTools } from '../../tools.ts';
import { type Building, runBuilding, TIMEOUT } from './building.ts';
import { asReleased, gatedWorkflow, readmeWorkflow } from './readme.ts';

it('The README’s workflow passes our own validation, without a warning', () => {
  const { code, stdout } = runCli(['validate', '-'], { input: asReleased(readmeWorkflow()) });
  expect(stdout).not.toMatch(/^(error|warning) /m);
  expect(code).toBe(0);
});

describe.skipIf(!haveTools('act', 'uv'))('The README’s workflow, letter by letter', () => {
  it('comments on the pull request of the shop, and runs in the same run what it touches', {
    timeout: TIMEOUT,
  }, async () => {
    await using stage = await shopStage();
    const run = await stage.pullRequest();
    expect(run.outcomes, run.log).toEqual([
      'agent-generate: passed',
      'recommender-format: passed',
      'recommender-lint: passed',
      'recommender-test: passed',
    ]);
    expect(run.logOf('recommender-test')).toContain('3 passed');
    const [comment, ...others] = await stage.comments();
    expect(others).toEqual([]);
    expect(comment).toMatch(/^### . CI pipeline: proven, /mu);
    expect(comment).toContain('Only `generated.yml` runs `ledger: test`, `image`.');
  });

  it('is red at the entry whose test is broken, and there alone', { timeout: TIMEOUT }, async () => {
    await using stage = await shopStage();
    await stage.change('recommender/src/recommender/pairs.py', 'sorted(set(items))', 'items');
    const run = await stage.pullRequest();
    expect(run.outcomes, run.log).toEqual([
      'agent-generate: passed',
      'recommender-format: passed',
      'recommender-lint: passed',
      'recommender-test: failed',
    ]);
    expect(run.failedAt('recommender-test')).toBe('Test');
  });

  // That an entry of the plan is red cannot be shown here: act ends the whole run when a job of a reusable workflow fails.
  it('has a gate in docs/action.md that is green where no check is concerned, and red without a plan for any other reason', {
    timeout: TIMEOUT,
  }, async () => {
    await using stage = await shopStage();
    const workflow = gatedWorkflow();
    const draft = await stage.pullRequest({ draft: true }, workflow);
    expect(draft.outcomes, draft.log).toEqual(['agent-generate: passed', 'gate: failed']);
    const needless = await stage.commitAlone({ 'NOTES.md': 'Nothing to build.\n' }, workflow);
    expect(needless.outcomes, needless.log).toEqual(['agent-generate: passed', 'gate: passed']);
    const failed = await stage.pullRequest({ base: null }, workflow);
    expect(failed.outcomes, failed.log).toEqual(['agent-generate: failed', 'gate: failed']);
  });

  it('runs everything when it is started by hand, and says what only generated.yml runs', {
    timeout: TIMEOUT,
  }, async () => {
    await using stage = await shopStage();
    const run = await stage.byHand();
    expect(run.outcomes, run.log).toEqual([
      'agent-generate: passed',
      'cart-build: passed',
      'cart-format: passed',
      'cart-lint: passed',
      'cart-test: passed',
      'ledger-test: passed',
      'recommender-format: passed',
      'recommender-lint: passed',
      'recommender-test: passed',
      'web-build: passed',
      'web-format: passed',
      'web-lint: passed',
      'web-test: passed',
      'web-typecheck: passed',
    ]);
    expect(run.logOf('cart-test')).toMatch(/^ok\s+example.com\/shop\/cart\/internal\/basket/m);
    expect(run.logOf('web-test')).toMatch(/pass [1-9]\d*$/m);
    expect(run.log).toContain('ledger: test needs postgres: only generated.yml runs it.');
    expect(await stage.comments()).toEqual([]);
  });

  it('builds nothing for a draft, which is not served', { timeout: TIMEOUT }, async () => {
    await using stage = await shopStage();
    const run = await stage.pullRequest({ draft: true });
    expect(run.outcomes, run.log).toEqual(['agent-generate: passed']);
    expect(await stage.comments()).toEqual([]);
  });
});

/** The pull request of the shop, on a server. */
async function shopStage() {
  const stack = new AsyncDisposableStack();
  const shop = stack.use(shopRepository());
  const rig = stack.use(await startGitHub({ repositories: ['repository'], contract: false }));
  await rig.push(shop.path, 'repository', 'main');
  await rig.push(shop.path, 'repository', 'add-recommender');
  await rig.call('POST', `/repos/${REPOSITORY}/pulls`, { title: 'Recommend', head: 'add-recommender', base: 'main' });
  const started = stack.move();
  return {
    change: async (file: string, from: string, to: string) => {
      replaceIn(shop, file, from, to);
      await rig.push(shop.path, 'repository', 'add-recommender');
    },
    pullRequest: (changes: Readonly<Record<string, unknown>> = {}, workflow = readmeWorkflow()) =>
      runPullRequest(rig, shop, { changes, workflow }),
    /** A pull request of one commit more, and of nothing else. */
    commitAlone: async (files: Readonly<Record<string, string>>, workflow: string) => {
      shop.git('branch', '--force', 'main', 'HEAD');
      shop.write(files);
      shop.commit();
      // The head first: once the base has it all, the server takes the pull request for merged.
      await rig.push(shop.path, 'repository', 'add-recommender');
      await rig.push(shop.path, 'repository', 'main');
      return await runPullRequest(rig, shop, { changes: {}, workflow });
    },
    byHand: () => runByHand(rig, shop),
    comments: async () => {
      const comments = await rig.call('GET', `/repos/${REPOSITORY}/issues/1/comments`);
      return (comments as readonly { readonly body: string }[]).map(({ body }) => body);
    },
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}

function replaceIn(shop: TemporaryRepository, file: string, from: string, to: string): void {
  const text = readFileSync(join(shop.path, file), 'utf8');
  expect(text).toContain(from);
  shop.write({ [file]: text.replace(from, to) });
  shop.commit();
}

async function runPullRequest(
  rig: GitHubRig,
  shop: TemporaryRepository,
  { changes, workflow }: { readonly changes: Readonly<Record<string, unknown>>; readonly workflow: string },
): Promise<Building> {
  using folder = temporaryDirectory();
  const place = { repository: shop.path, base: 'main', head: 'add-recommender', into: join(folder.path, 'checkout') };
  const checkout = await makeCheckout({ ...place, event: 'pull_request' });
  const payload = eventOf('pull_request', checkout) as { readonly pull_request: object };
  return await runBuilding({
    workflow,
    checkout: checkout.directory,
    event: 'pull_request',
    payload: { ...payload, pull_request: { ...payload.pull_request, ...changes } },
    apiUrl: rig.url,
  });
}

async function runByHand(rig: GitHubRig, shop: TemporaryRepository): Promise<Building> {
  using folder = temporaryDirectory();
  const place = { repository: shop.path, base: 'main', head: 'add-recommender', into: join(folder.path, 'checkout') };
  const checkout = await makeCheckout({ ...place, event: 'push' });
  const { repository, sender, ref } = eventOf('push', checkout) as Readonly<Record<string, unknown>>;
  return await runBuilding({
    workflow: readmeWorkflow(),
    checkout: checkout.directory,
    event: 'workflow_dispatch',
    payload: { inputs: { request: '' }, ref, repository, sender, workflow: '.github/workflows/agent-generate.yml' },
    apiUrl: rig.url,
  });
}
