import { expect } from 'vitest';
import { markerOf } from '../../../src/deliver/github/marker.ts';
import { json } from '../../fakes/http-server.ts';
import { expectProven, GO, GO_TEST, planOf, type Scene, writesOf } from './scenario.ts';
import type { RunOptions, Stage, StageFiles } from './stage.ts';

const NONE = '0'.repeat(40);

export function events(scene: Scene): void {
  checkouts(scene);
  targets(scene);
  pushes(scene);
  comments(scene);
  others(scene);
}

/** A unit at the base and one in the pull request: a plan of the second alone shows that the difference is known. */
const TWO: StageFiles = {
  base: { 'mill/go.mod': 'module example.com/mill\n\ngo 1.25\n', 'mill/mill_test.go': GO_TEST },
  head: GO.head,
};

function checkouts(scene: Scene): void {
  scene(
    'With fetch-depth: 2 the difference is told by git alone.',
    async (stage) => {
      const result = await stage.run({ checkout: 'deep' });
      expectProven(result);
      expect(unitsOf(result)).toEqual(['cart']);
      expect(result.requests.map(({ path }) => path).join('\n')).not.toContain('/files');
    },
    TWO,
  );

  scene(
    'In a shallow checkout GitHub is asked for the difference, and the head is still read from disk.',
    async (stage) => {
      const result = await stage.run({ checkout: 'shallow' });
      expectProven(result);
      expect(unitsOf(result)).toEqual(['cart']);
      expect(result.requests.map(({ path }) => path).join('\n')).toContain('/files');
      expect(result.requests.map(({ path }) => path).join('\n')).not.toContain('/git/blobs');
      expect(await stage.comments()).toHaveLength(1);
    },
    TWO,
  );

  scene(
    'With nothing checked out fifty files take at most twelve requests.',
    async (stage) => {
      const result = await stage.run({ checkout: 'none' });
      expectProven(result);
      expect(result.requests.length, listOf(result)).toBeLessThanOrEqual(12);
      expect(planOf(result)).toHaveLength(100);
      expect(result.outputs?.plan).not.toContain('mill');
      expect(await stage.comments()).toHaveLength(1);
    },
    { base: TWO.base, head: fifty() },
  );

  scene(
    'Of more than a hundred changed files every page is read.',
    async (stage) => {
      const result = await stage.run({ checkout: 'shallow' });
      expectProven(result);
      expect(unitsOf(result)).toEqual(['cart', 'last']);
      expect(result.requests.map(({ path }) => path).join('\n')).toContain('page=2');
    },
    {
      base: {
        ...TWO.base,
        ...GO.head,
        'last/go.mod': 'module example.com/last\n\ngo 1.25\n',
        'last/last_test.go': GO_TEST,
      },
      head: many(),
    },
  );

  scene(
    'Where the base has moved on, only what the pull request itself changes counts.',
    async (stage) => {
      stage.local.git('checkout', '--quiet', 'main');
      stage.local.write({ 'mill/more_test.go': GO_TEST });
      stage.local.commit('Meanwhile');
      stage.local.git('checkout', '--quiet', 'change');
      const result = await stage.run();
      expectProven(result);
      expect(unitsOf(result)).toEqual(['cart']);
    },
    TWO,
  );
}

function targets(scene: Scene): void {
  const target: RunOptions = { event: 'pull_request_target', checkout: 'base' };
  scene(
    'On pull_request_target the head is read as data: the comment is posted, nothing of the head is on disk, the plan is empty.',
    async (stage) => {
      const result = await stage.run({ ...target, before: 'ls' });
      expectProven(result);
      expect(result.log).not.toMatch(/^cart$/m);
      expect(result.log).toMatch(/^README.md$/m);
      expect(result.outputs?.plan).toBe('');
      const [comment] = await stage.comments();
      expect(comment?.body).toContain('cart');
    },
  );

  scene('On pull_request_target a fork gets its comment, and still no plan.', async (stage) => {
    const sha = stage.local.git('rev-parse', 'change').trim();
    const repo = { name: 'shop', full_name: 'mallory/shop', owner: { login: 'mallory', type: 'User' } };
    const result = await stage.run({ ...target, pullRequest: { head: { ref: 'change', sha, repo } } });
    expectProven(result);
    expect(result.outputs?.plan).toBe('');
    expect(await stage.comments()).toHaveLength(1);
  });

  scene('A head that somebody checks out on pull_request_target is not taken from there.', async (stage) => {
    const result = await stage.run({
      ...target,
      checkout: 'head',
      before: 'echo "module example.com/evil" > cart/go.mod; mkdir evil; cp cart/* evil/',
    });
    expectProven(result);
    const [comment] = await stage.comments();
    expect(comment?.body).not.toContain('evil');
    expect(result.outputs?.plan).toBe('');
  });
}

function pushes(scene: Scene): void {
  scene('A push is answered in summary and artifact, against what was there before.', async (stage) => {
    const result = await stage.run({ event: 'push', checkout: 'head', payload: pushOf(stage) });
    expectProven(result);
    expect(result.outputs).toMatchObject({ 'pull-request': '', 'comment-url': '' });
    expect(result.artifacts).toHaveLength(1);
    expect(writesOf(result)).toEqual([]);
    expect(result.summary).toContain('cart');
  });

  scene('A push of a new branch is compared with the default branch.', async (stage) => {
    const result = await stage.run({ event: 'push', checkout: 'head', payload: pushOf(stage, { before: NONE }) });
    expectProven(result);
    expect(result.summary).toContain('against `main`');
  });

  scene('A branch that was deleted asks for nothing, and that is no fault.', async (stage) => {
    const result = await stage.run({ event: 'push', checkout: 'head', payload: pushOf(stage, { after: NONE }) });
    expect(result.conclusion).toBe('success');
    expect(result.log).toContain('refs/heads/change was deleted');
    expect(result.requests).toEqual([]);
  });

  scene('A push of history that was written anew is still answered.', async (stage) => {
    const gone = 'a'.repeat(40);
    const result = await stage.run({ event: 'push', checkout: 'head', payload: pushOf(stage, { before: gone }) });
    expectProven(result);
    expect(result.summary).toContain('so everything counts as changed');
  });
}

function comments(scene: Scene): void {
  scene(
    '"/agent-generate" as a comment proposes anew, with the head read as data and without a plan.',
    async (stage) => {
      const result = await stage.run({
        event: 'issue_comment',
        checkout: 'base',
        payload: commentOf(stage, '/agent-generate'),
      });
      expectProven(result);
      expect(result.outputs?.plan).toBe('');
      const [comment, ...more] = await stage.comments();
      expect(more).toEqual([]);
      expect(comment?.body).toContain('cart');
    },
  );

  scene('"/agent-generate help" is answered in a comment of its own, once.', async (stage) => {
    await stage.run();
    const help: RunOptions = {
      event: 'issue_comment',
      checkout: 'base',
      payload: commentOf(stage, '/agent-generate help'),
    };
    const result = await stage.run(help);
    expect(result.conclusion, result.log).toBe('success');
    expect(result.outputs).toMatchObject({ verdict: '', plan: '', 'pull-request': String(stage.number) });
    expect(writesOf(await stage.run(help))).toEqual([]);
    const [proposal, answer, ...more] = await stage.comments();
    expect(more).toEqual([]);
    expect(proposal?.body).toContain('proven');
    expect(answer?.body.split('\n')[0]).toBe(markerOf('default/help'));
    expect(answer?.body).toContain('/agent-generate help');
    expect(answer?.body).toContain('agent-generate: off');
    expect(result.outputs?.['comment-url']).toContain(`#issuecomment-${answer?.id}`);
  });

  scene('A bot that asks for help gets none: two bots would never come to an end.', async (stage) => {
    const payload = commentOf(stage, '/agent-generate help', { user: { login: 'chatty[bot]', type: 'Bot' } });
    const result = await stage.run({ event: 'issue_comment', checkout: 'base', payload });
    expect(result.conclusion).toBe('success');
    expect(await stage.comments()).toEqual([]);
  });

  scene('A stranger commands nothing, and the log says who may.', async (stage) => {
    for (const body of ['/agent-generate', '/agent-generate help']) {
      const user = { login: 'mallory', type: 'User' };
      const payload = commentOf(stage, body, { user, association: 'CONTRIBUTOR' });
      const result = await stage.run({ event: 'issue_comment', checkout: 'base', payload });
      expect(result.conclusion).toBe('success');
      expect(result.log).toContain('mallory is neither the author of this pull request nor');
      expect(result.outputs).toMatchObject({ verdict: '', 'plan-state': 'not-served' });
      expect(writesOf(result)).toEqual([]);
    }
  });

  scene('A comment that was edited is no command.', async (stage) => {
    const payload = { ...commentOf(stage, '/agent-generate'), action: 'edited' };
    const result = await stage.run({ event: 'issue_comment', checkout: 'base', payload });
    expect(result.conclusion).toBe('success');
    expect(result.log).toContain('The comment was edited');
    expect(writesOf(result)).toEqual([]);
  });

  scene('The label "agent-generate: off" holds for comments too, and for a call for help.', async (stage) => {
    const payload = commentOf(stage, '/agent-generate help', { labels: ['agent-generate: off'] });
    const result = await stage.run({ event: 'issue_comment', checkout: 'base', payload });
    expect(result.log).toContain('remove it to be served again');
    expect(result.requests).toEqual([]);
  });

  scene('A push that comes while a comment is answered: nothing is said of the earlier commit.', async (stage, rig) => {
    const body = `${markerOf('default')}\nof the newer commit`;
    await stage.say(body, 'job');
    const path = `/repos/${stage.name}/pulls/${stage.number}`;
    const told = (await rig.call('GET', path)) as { readonly head: object };
    stage.fault({
      path: /\/pulls\/\d+$/,
      times: 1,
      answer: (_, response) => json(response, told),
    });
    stage.local.write({ 'cart/more_test.go': GO_TEST.replace('TestNothing', 'TestMore') });
    await stage.push();
    const result = await stage.run({
      event: 'issue_comment',
      checkout: 'base',
      payload: commentOf(stage, '/agent-generate'),
    });
    expect(result.log).toContain('The pull request has a newer commit by now');
    expect(writesOf(result)).toEqual([]);
  });

  scene('A comment that only speaks of us is no command.', async (stage) => {
    const payload = commentOf(stage, 'Try /agent-generate help');
    const result = await stage.run({ event: 'issue_comment', checkout: 'base', payload });
    expect(result.log).toContain('does not begin with /agent-generate');
    expect(result.requests).toEqual([]);
  });

  scene('A comment at an issue is none of ours.', async (stage) => {
    const { issue: _, ...payload } = commentOf(stage, '/agent-generate');
    const result = await stage.run({
      event: 'issue_comment',
      checkout: 'base',
      payload: { ...payload, issue: { number: 7 } },
    });
    expect(result.conclusion).toBe('success');
    expect(result.log).toContain('The comment stands at issue #7');
    expect(result.requests).toEqual([]);
  });
}

function others(scene: Scene): void {
  scene('A schedule looks at the default branch by itself.', async (stage) => {
    const payload = { schedule: '0 3 * * 1', pull_request: undefined };
    const result = await stage.run({ event: 'schedule', checkout: 'head', payload });
    expectProven(result);
    expect(result.outputs?.['pull-request']).toBe('');
    expect(writesOf(result)).toEqual([]);
  });

  scene('A repository_dispatch is answered in summary and artifact.', async (stage) => {
    const result = await stage.run({
      event: 'repository_dispatch',
      checkout: 'head',
      payload: { action: 'anew', branch: 'main' },
    });
    expectProven(result);
    expect(result.artifacts).toHaveLength(1);
  });

  scene('A run by hand with nothing checked out reads the branch over the API.', async (stage) => {
    const payload = { ref: 'refs/heads/change' };
    const result = await stage.run({ event: 'workflow_dispatch', checkout: 'none', payload });
    expectProven(result);
    expect(result.summary).toContain('cart');
    expect(result.requests.length, listOf(result)).toBeLessThanOrEqual(12);
  });

  scene('An event that is not served is refused, with the list of those that are.', async (stage) => {
    const result = await stage.run({ event: 'release', checkout: 'head' });
    expect(result.conclusion).toBe('failure');
    expect(result.log).toContain("The event 'release' is none of those that are served: pull_request,");
    expect(result.summary).toContain('EVENT_UNSUPPORTED');
    expect(result.outputs).toMatchObject({ verdict: 'error', plan: '' });
  });
}

/** Directories of the units that the plan is about. */
function unitsOf(result: Parameters<typeof planOf>[0]): string[] {
  return [...new Set(planOf(result).map(({ id }) => id.replace(/-[a-z]+$/, '')))].sort();
}

function listOf({ requests }: Parameters<typeof planOf>[0]): string {
  return requests.map(({ method, path }) => `${method} ${path}`).join('\n');
}

function fifty(): Record<string, string> {
  const units = Array.from({ length: 25 }, (_, index) => `unit${String(index).padStart(2, '0')}`);
  return Object.fromEntries(
    units.flatMap((name) => [
      [`${name}/go.mod`, `module example.com/${name}\n\ngo 1.25\n`],
      [`${name}/x_test.go`, `${GO_TEST}// ${name}\n`],
    ]),
  );
}

/** What concerns the second unit stands on the second page. */
function many(): Record<string, string> {
  const files = Array.from({ length: 120 }, (_, index) => [
    `cart/data/${String(index).padStart(3, '0')}.txt`,
    `${index}\n`,
  ]);
  return { ...Object.fromEntries(files), 'last/more_test.go': GO_TEST };
}

function pushOf({ local }: Stage, change: { readonly before?: string; readonly after?: string } = {}) {
  const [before, after] = ['main', 'change'].map((name) => local.git('rev-parse', name).trim());
  return { ref: 'refs/heads/change', before, after, pull_request: undefined, ...change };
}

function commentOf(
  { number }: Stage,
  body: string,
  { user = { login: 'octocat', type: 'User' }, association = 'OWNER', labels = [] as readonly string[] } = {},
) {
  const at = '2026-01-01T00:00:00Z';
  return {
    action: 'created',
    pull_request: undefined,
    issue: {
      number,
      user: { login: 'octocat', type: 'User' },
      labels: labels.map((name) => ({ name })),
      pull_request: {},
    },
    comment: { id: 1, body, user, author_association: association, created_at: at, updated_at: at },
  };
}
