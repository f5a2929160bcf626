import { describe, expect, it } from 'vitest';
import { pullRequestReader } from '../../../src/clients/github/pull-requests.ts';
import { BASE, HEAD, pullRequest } from '../../fakes/events.ts';
import { clientOf, SHOP } from '../../fakes/github.ts';
import { type Answering, httpServer, json } from '../../fakes/http-server.ts';

describe('A pull request over the API', () => {
  it('tells how it stands now, each time anew', async () => {
    let head = HEAD;
    await using server = await httpServer((_, response) =>
      json(response, { ...pullRequest, head: { ...pullRequest.head, sha: head } }),
    );
    const reader = pullRequestReader(clientOf(server.url), SHOP, 2);
    expect(await reader.state()).toEqual({ headCommit: HEAD, isOpen: true, labels: ['bug'] });
    head = BASE;
    expect((await reader.state()).headCommit).toBe(BASE);
  });

  it('tells all that an event would', async () => {
    await using server = await httpServer((_, response) => json(response, pullRequest));
    expect(await pullRequestReader(clientOf(server.url), SHOP, 2).details()).toEqual({
      number: 2,
      author: { login: 'octocat', isBot: false },
      head: { commit: HEAD, branch: 'changes', repository: SHOP },
      base: { commit: BASE, branch: 'main' },
      isDraft: false,
      text: 'This is a pretty simple change.',
      labels: ['bug'],
    });
  });

  it('lists its changed files, whatever GitHub leaves out of them, in two requests', async () => {
    const files = [
      { filename: 'z.png', status: 'modified', additions: 0, deletions: 0, changes: 0 },
      {
        filename: 'b.ts',
        status: 'renamed',
        previous_filename: 'a.ts',
        additions: 1,
        deletions: 1,
        changes: 2,
        patch: '@@',
      },
      { filename: 'c.ts', status: 'copied', previous_filename: 'a.ts' },
      { filename: 'd.ts', status: 'removed' },
      { filename: 'e.sh', status: 'changed' },
      { filename: 'f.ts', status: 'unchanged' },
    ];
    await using server = await httpServer(listing(6, files));
    const client = clientOf(server.url);
    expect(await pullRequestReader(client, SHOP, 2).changedFiles()).toEqual([
      { path: 'b.ts', status: 'renamed', previousPath: 'a.ts' },
      { path: 'c.ts', status: 'added' },
      { path: 'd.ts', status: 'removed' },
      { path: 'e.sh', status: 'modified' },
      { path: 'z.png', status: 'modified' },
    ]);
    expect(client.requestCount()).toBe(2);
  });

  it.each([
    ['more than 3,000', 10_000, []],
    ['none, as GitHub says of one that is too large', 0, []],
    ['more than are listed', 3, [{ filename: 'a', status: 'added' }]],
    [
      'as many as are listed, of which one is there twice',
      2,
      [
        { filename: 'a', status: 'added' },
        { filename: 'a', status: 'added' },
      ],
    ],
  ])('has no list of changed files that could be trusted where it counts %s', async (_, count, files) => {
    await using server = await httpServer(listing(count, files));
    expect(await pullRequestReader(clientOf(server.url), SHOP, 2).changedFiles()).toBeNull();
  });

  it('does not ask for lists of thousands', async () => {
    await using server = await httpServer(listing(10_000, []));
    const client = clientOf(server.url);
    await pullRequestReader(client, SHOP, 2).changedFiles();
    expect(client.requestCount()).toBe(1);
  });
});

function listing(count: number, files: readonly unknown[]): Answering {
  return ({ url }, response) =>
    json(response, url.includes('/files') ? files : { ...pullRequest, changed_files: count });
}
