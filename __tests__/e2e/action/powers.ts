import { expect } from 'vitest';
import { filesIn } from '../../../rigs/github/zip.ts';
import { markerOf } from '../../../src/deliver/github/marker.ts';
import { expectProven, GO, GO_TEST, planOf, type Scene, writesOf } from './scenario.ts';

const CONFIGURATION = '.github/agent-generate.yml';
const MARKER = markerOf('default');

export function powers(scene: Scene): void {
  readOnly(scene);
  served(scene);
  conversations(scene);
  meanwhile(scene);
}

function readOnly(scene: Scene): void {
  scene(
    'A fork gets the same answer without a comment: no write is tried, and log, summary and artifact say why.',
    async (stage) => {
      const result = await stage.run({
        pullRequest: { head: headOf(stage.local.git('rev-parse', 'change').trim(), 'mallory') },
      });
      expectProven(result);
      expect(writesOf(result)).toEqual([]);
      expect(await stage.comments()).toEqual([]);
      const why = 'This pull request comes from a fork';
      expect(result.log).toContain(why);
      expect(result.summary).toContain(why);
      expect(filesIn(result.artifacts[0]?.zip ?? Buffer.alloc(0)).get('record.jsonl')).toContain(why);
      expect(planOf(result).every(({ runner }) => runner === 'ubuntu-24.04')).toBe(true);
    },
  );

  scene(
    'A fork has no part in machines of your own: its plan leaves them out.',
    async (stage) => {
      const own = await stage.run();
      expect(
        planOf(own)
          .map(({ runner }) => JSON.stringify(runner))
          .join(),
      ).toContain('self-hosted');
      const forked = await stage.run({
        pullRequest: { head: headOf(stage.local.git('rev-parse', 'change').trim(), 'mallory') },
      });
      expect(forked.outputs?.verdict).toBe('pass');
      expect(forked.outputs?.plan).not.toContain('self-hosted');
    },
    { base: { 'README.md': '# Shop\n', [CONFIGURATION]: selfHosted() }, head: GO.head },
  );

  scene('A fork whose repository is gone is still a fork.', async (stage) => {
    const head = { ref: 'change', sha: stage.local.git('rev-parse', 'change').trim(), repo: null };
    const result = await stage.run({ pullRequest: { head } });
    expectProven(result);
    expect(writesOf(result)).toEqual([]);
  });

  scene(
    'Dependabot, once it is served, gets the same without a comment, since its token can only read.',
    async (stage) => {
      const result = await stage.run({ pullRequest: { user: { login: 'dependabot[bot]', type: 'Bot' } } });
      expectProven(result);
      expect(writesOf(result)).toEqual([]);
      expect(result.summary).toContain('Dependabot has started this run');
    },
    { base: { 'README.md': '# Shop\n', [CONFIGURATION]: bots('dependabot[bot]') }, head: GO.head },
  );

  scene(
    'A run that Dependabot has started on somebody’s pull request has a token that can only read.',
    async (stage) => {
      const result = await stage.run({ environment: { GITHUB_TRIGGERING_ACTOR: 'dependabot[bot]' } });
      expectProven(result);
      expect(writesOf(result)).toEqual([]);
      expect(result.log).toContain('Dependabot has started this run');
    },
  );
}

function served(scene: Scene): void {
  scene('A draft is not served, and is told when it will be.', async (stage) => {
    const { log, conclusion, outputs, requests } = await stage.run({ pullRequest: { draft: true } });
    expect(conclusion).toBe('success');
    expect(log).toContain('This pull request is a draft');
    expect(outputs).toMatchObject({ verdict: '', plan: '' });
    expect(requests).toEqual([]);
  });

  scene('A draft that becomes ready is served.', async (stage) => {
    const result = await stage.run({ payload: { action: 'ready_for_review' } });
    expectProven(result);
    expect(await stage.comments()).toHaveLength(1);
  });

  scene('A bot is not served, and the log says how it would be.', async (stage) => {
    const { log, conclusion, outputs } = await stage.run({
      pullRequest: { user: { login: 'renovate[bot]', type: 'Bot' } },
    });
    expect(conclusion).toBe('success');
    expect(log).toContain('add "renovate[bot]" to settings.bots');
    expect(outputs?.verdict).toBe('');
    expect(await stage.comments()).toEqual([]);
  });

  scene(
    'A bot that settings.bots names at the base is served.',
    async (stage) => {
      expectProven(await stage.run({ pullRequest: { user: { login: 'renovate[bot]', type: 'Bot' } } }));
      expect(await stage.comments()).toHaveLength(1);
    },
    { base: { 'README.md': '# Shop\n', [CONFIGURATION]: bots('renovate[bot]') }, head: GO.head },
  );

  scene('A person whose name looks like a bot’s is served like any person.', async (stage) => {
    expectProven(await stage.run({ pullRequest: { user: { login: 'renovate-bot', type: 'User' } } }));
    expect(await stage.comments()).toHaveLength(1);
  });

  scene('The label "agent-generate: off" takes a pull request out.', async (stage) => {
    const { log, outputs, requests } = await stage.run({ pullRequest: { labels: [{ name: 'agent-generate: off' }] } });
    expect(log).toContain('remove it to be served again');
    expect(outputs?.verdict).toBe('');
    expect(requests).toEqual([]);
  });

  scene('A pull request that is closed is let alone.', async (stage) => {
    const { log, conclusion, requests } = await stage.run({ payload: { action: 'closed' } });
    expect(conclusion).toBe('success');
    expect(log).toContain('is closed; there is nothing to do');
    expect(requests).toEqual([]);
  });
}

function conversations(scene: Scene): void {
  scene('A comment of somebody else with our marker is left alone.', async (stage) => {
    const body = `${MARKER}\nI am the pipeline.`;
    await stage.say(body);
    await stage.run();
    const comments = await stage.comments();
    expect(comments.map(({ user }) => user.login)).toEqual(['stranger', 'github-actions[bot]']);
    expect(comments[0]?.body).toBe(body);
  });

  scene('A marker that another comment of the job’s token only quotes makes it none of ours.', async (stage) => {
    const body = `> ${MARKER}\nas it said`;
    await stage.say(body, 'job');
    await stage.run();
    const comments = await stage.comments();
    expect(comments).toHaveLength(2);
    expect(comments[0]?.body).toBe(body);
  });

  scene('Two comments of ours, as two runs at once leave them, become one.', async (stage) => {
    const first = await stage.say(`${MARKER}\none`, 'job');
    await stage.say(`${MARKER}\nother`, 'job');
    const { outputs } = await stage.run();
    const [kept, other, ...more] = await stage.comments();
    expect(more).toEqual([]);
    expect(kept?.id).toBe(first);
    expect(kept?.body).toContain('proven');
    expect(other?.body).toContain(`This is said in [another comment](<${outputs?.['comment-url']}>)`);
  });

  scene('Whatever two runs at the same time leave behind, the next one leaves one comment.', async (stage) => {
    await Promise.all([stage.run(), stage.run()]);
    await stage.run();
    const marked = (await stage.comments()).filter(({ body }) => body.startsWith(MARKER));
    expect(marked).toHaveLength(1);
    expect(marked[0]?.body).toContain('proven');
  });

  scene('A comment that was deleted between reading and editing is written anew.', async (stage, rig) => {
    const id = await stage.say(`${MARKER}\nold`, 'job');
    stage.fault({
      method: 'PATCH',
      path: /\/issues\/comments\//,
      times: 1,
      answer: async (_, response) => {
        await rig.call('DELETE', `/repos/${stage.name}/issues/comments/${id}`);
        response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}');
      },
    });
    const { outputs } = await stage.run();
    const [comment, ...others] = await stage.comments();
    expect(others).toEqual([]);
    expect(comment?.id).not.toBe(id);
    expect(outputs?.['comment-url']).toContain(`#issuecomment-${comment?.id}`);
  });

  scene('Below a hundred comments our own is still found, and edited.', async (stage) => {
    for (let count = 0; count < 105; count++) await stage.say(`Comment ${count}`);
    await stage.say(`${MARKER}\nold`, 'job');
    const { requests } = await stage.run();
    const own = (await stage.comments(2)).filter(({ user }) => user.login === 'github-actions[bot]');
    expect(own).toHaveLength(1);
    expect(own[0]?.body).toContain('proven');
    expect(requests.map(({ path }) => path).join('\n')).toContain('page=2');
  });

  scene('A second use with another id has a comment of its own, and an artifact.', async (stage) => {
    await stage.run();
    const { artifacts } = await stage.run({ with: { id: 'nightly' } });
    expect((await stage.comments()).map(({ body }) => body.split('\n')[0])).toEqual([MARKER, markerOf('nightly')]);
    expect(artifacts.map(({ name }) => name)).toEqual(['agent-generate-nightly']);
  });
}

function meanwhile(scene: Scene): void {
  scene('Where the head has moved meanwhile nothing is delivered, and the log says so.', async (stage) => {
    const head = headOf(stage.local.git('rev-parse', 'change').trim(), stage.name.split('/')[0] ?? '', stage.name);
    stage.local.write({ 'mill/go.mod': 'module example.com/mill\n\ngo 1.25\n', 'mill/mill_test.go': GO_TEST });
    await stage.push();
    const result = await stage.run({ pullRequest: { head } });
    expect(result.conclusion).toBe('success');
    expect(result.log).toContain('The pull request has a newer commit by now');
    expect(writesOf(result)).toEqual([]);
    expect(await stage.comments()).toEqual([]);
  });

  scene('A pull request that was closed meanwhile gets no comment.', async (stage, rig) => {
    await rig.call('PATCH', `/repos/${stage.name}/pulls/${stage.number}`, { state: 'closed' });
    const result = await stage.run();
    expect(result.log).toContain('The pull request was closed meanwhile');
    expect(writesOf(result)).toEqual([]);
  });

  scene('The label counts where somebody has put it there meanwhile.', async (stage, rig) => {
    await rig.call('POST', `/repos/${stage.name}/labels`, { name: 'agent-generate: off', color: 'cccccc' });
    await rig.call('POST', `/repos/${stage.name}/issues/${stage.number}/labels`, { labels: ['agent-generate: off'] });
    const result = await stage.run();
    expect(result.log).toContain('remove it to be served again');
    expect(writesOf(result)).toEqual([]);
  });
}

/** The head of a pull request from the repository of somebody. */
function headOf(sha: string, owner: string, full = `${owner}/shop`) {
  const [, name = ''] = full.split('/');
  return { ref: 'change', sha, repo: { name, full_name: full, owner: { login: owner, type: 'User' } } };
}

function bots(login: string): string {
  return `version: 1\nsettings: { bots: ["${login}"] }\n`;
}

function selfHosted(): string {
  return 'version: 1\nrequest: { intents: [{ kind: runner, for: { all: true }, labels: [self-hosted, linux, x64] }] }\n';
}
