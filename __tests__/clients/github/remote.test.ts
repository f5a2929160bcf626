import { describe, expect, it } from 'vitest';
import { openCheckout } from '../../../src/clients/checkout.ts';
import { deadlineFromNow } from '../../../src/clients/deadline.ts';
import { conversation } from '../../../src/clients/github/conversation.ts';
import { remoteRepository } from '../../../src/clients/github/remote.ts';
import { readEventContext } from '../../../src/context/event-context.ts';
import type { EventTrigger } from '../../../src/domain/event.ts';
import { GENERATED_PATHS } from '../../../src/generate/generate.ts';
import { BASE, HEAD, pullRequest } from '../../fakes/events.ts';
import { clientOf, SHOP } from '../../fakes/github.ts';
import { githubTrees } from '../../fakes/github-trees.ts';
import { type Answering, httpServer, json } from '../../fakes/http-server.ts';
import { temporaryDirectory } from '../../fakes/repository.ts';
import { pullRequestTrigger } from '../../fakes/triggers.ts';

describe('A repository of GitHub', () => {
  it('tells where a branch or a tag points to, through a tag that is an object of its own', async () => {
    const tag = 'd'.repeat(40);
    const targets: Readonly<Record<string, unknown>> = {
      '/repos/acme/shop/git/ref/heads%2Fmain': { object: { type: 'commit', sha: BASE } },
      '/repos/acme/shop/git/ref/tags%2Fv1': { object: { type: 'tag', sha: tag } },
      [`/repos/acme/shop/git/tags/${tag}`]: { object: { type: 'commit', sha: HEAD } },
      '/repos/acme/shop/git/ref/tags%2Ffile': { object: { type: 'tag', sha: 'e'.repeat(40) } },
      [`/repos/acme/shop/git/tags/${'e'.repeat(40)}`]: { object: { type: 'blob', sha: HEAD } },
    };
    await using server = await httpServer(({ url }, response) => json(response, targets[url]));
    const remote = remoteRepository(clientOf(server.url), SHOP);
    expect(await remote.commitOf('refs/heads/main')).toBe(BASE);
    expect(await remote.commitOf('refs/tags/v1')).toBe(HEAD);
    await expect(remote.commitOf('refs/tags/file')).rejects.toMatchObject({ code: 'GITHUB_NOT_FOUND' });
  });

  it.each([
    ['admin', true],
    ['write', true],
    ['read', false],
    ['none', false],
  ])(
    'lets somebody write whose permission there is %s: %s, and asks about each login once',
    async (permission, may) => {
      await using server = await httpServer((_, response) => json(response, { permission }));
      const remote = remoteRepository(clientOf(server.url), SHOP);
      expect(await Promise.all([remote.mayWrite('Somebody'), remote.mayWrite('somebody')])).toEqual([may, may]);
      expect(server.seen.map(({ url }) => url)).toEqual(['/repos/acme/shop/collaborators/Somebody/permission']);
    },
  );

  it('lets nobody write who is not there', async () => {
    await using server = await httpServer((_, response) => response.writeHead(404).end('{}'));
    expect(await remoteRepository(clientOf(server.url), SHOP).mayWrite('nobody')).toBe(false);
  });

  it('is asked at most twelve times for a pull request of fifty files, with nothing checked out', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`unit-${index}/package.json`, `{"a":${index}}`]),
    );
    await using server = await httpServer(wholeOf(files));
    const client = clientOf(server.url);
    const remote = remoteRepository(client, SHOP);
    using folder = temporaryDirectory();
    const context = await contextIn(folder.path, pullRequestTrigger({}, 'pull_request_target'), remote);
    expect(context.changedFiles).toHaveLength(50);
    // What the line reads: manifests of the head, what is to be replaced, and the same at the base.
    expect((await context.tree.read(Object.keys(files), 1000)).size).toBe(50);
    await context.tree.read(GENERATED_PATHS, 1000);
    expect((await context.baseTree?.read(GENERATED_PATHS, 1000))?.size).toBe(1);
    const talk = conversation(client, SHOP, 2);
    await talk.list();
    await remote.pullRequest(2).state();
    await talk.create('hello');
    expect(client.requestCount()).toBeLessThanOrEqual(12);
    expect(server.seen).toHaveLength(client.requestCount());
  });
});

function contextIn(directory: string, trigger: EventTrigger, remote: ReturnType<typeof remoteRepository>) {
  const environment = { ...process.env, GIT_CONFIG_NOSYSTEM: '1', HOME: '/nonexistent' };
  const { git, trees } = openCheckout({ directory, environment, deadline: deadlineFromNow(20_000) });
  return readEventContext({ git, trees, trigger, defaultBranch: 'main', remote });
}

/** A pull request that adds `files` to a repository with a configuration and a generated pipeline. */
function wholeOf(files: Readonly<Record<string, string>>): Answering {
  const before = {
    'README.md': '',
    '.github/agent-generate.yml': 'version: 1\n',
    '.github/workflows/generated.yml': 'on: push\n',
  };
  const base = githubTrees(BASE, before, { graphql: 'text' });
  const head = githubTrees(HEAD, { ...before, ...files }, { graphql: 'text' });
  const changed = Object.keys(files).map((filename) => ({
    filename,
    status: 'added',
    additions: 1,
    deletions: 0,
    changes: 1,
  }));
  const written = { author_association: 'NONE', created_at: '', updated_at: '' };
  const posted = { id: 1, body: '', html_url: '', user: null, ...written };
  return (request, response) => {
    const { method, url } = request;
    if (url.includes('/comments')) json(response, method === 'POST' ? posted : []);
    else if (url.includes('/files')) json(response, changed);
    else if (url.includes('/pulls/')) json(response, { ...pullRequest, changed_files: changed.length });
    else if (url.includes(BASE)) base(request, response);
    else head(request, response);
  };
}
