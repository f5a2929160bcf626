import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { deadlineFromNow } from '../../../src/clients/deadline.ts';
import { githubClient } from '../../../src/clients/github/client.ts';
import { clientOf, TOKEN } from '../../fakes/github.ts';
import { httpServer, json } from '../../fakes/http-server.ts';

const PULL = { owner: 'acme', repo: 'shop', pull_number: 2 };
const Numbered = z.object({ number: z.int() });

describe('A request to GitHub', () => {
  it('names who asks, the version, and the token, below the path of an Enterprise server', async () => {
    await using server = await httpServer((_, response) => json(response, { number: 2 }));
    const client = clientOf(`${server.url}/api/v3/`);
    expect(await client.read('GET /repos/{owner}/{repo}/pulls/{pull_number}', PULL, Numbered)).toEqual({ number: 2 });
    expect(server.seen).toMatchObject([
      {
        method: 'GET',
        url: '/api/v3/repos/acme/shop/pulls/2',
        headers: {
          authorization: `Bearer ${TOKEN}`,
          'user-agent': 'agent-generate',
          'x-github-api-version': '2022-11-28',
          accept: 'application/vnd.github+json',
        },
      },
    ]);
    expect(client.requestCount()).toBe(1);
  });

  it('keeps a hostile name within its place in the path', async () => {
    await using server = await httpServer((_, response) => json(response, { number: 2 }));
    const hostile = { owner: '../..', repo: 'a?b#c', pull_number: 2 };
    await clientOf(server.url).read('GET /repos/{owner}/{repo}/pulls/{pull_number}', hostile, Numbered);
    expect(server.seen[0]?.url).toBe('/repos/..%2F../a%3Fb%23c/pulls/2');
  });

  it('asks GraphQL of an Enterprise server beside its REST API', async () => {
    await using server = await httpServer((_, response) => json(response, { data: { viewer: { login: 'a' } } }));
    const schema = z.object({ viewer: z.object({ login: z.string() }) });
    expect(await clientOf(`${server.url}/api/v3`).query('query { viewer { login } }', {}, schema)).toEqual({
      viewer: { login: 'a' },
    });
    expect(server.seen).toMatchObject([{ method: 'POST', url: '/api/graphql' }]);
  });

  it('reads an answer that is packed', async () => {
    const { gzipSync } = await import('node:zlib');
    await using server = await httpServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(gzipSync('{"number":3}'));
    });
    const read = clientOf(server.url).read('GET /repos/{owner}/{repo}/pulls/{pull_number}', PULL, Numbered);
    expect(await read).toEqual({ number: 3 });
  });

  it('is not made without a token, or with what can be none', () => {
    expect(() => clientOf('http://127.0.0.1:1', { token: '' })).toThrow(
      expect.objectContaining({ code: 'TOKEN_MISSING' }),
    );
    expect(() => clientOf('http://127.0.0.1:1', { token: 'ghp_secret\nx: y' })).toThrow(
      expect.objectContaining({ code: 'GITHUB_UNAUTHORIZED', message: expect.not.stringContaining('secret') }),
    );
  });
});

describe('The pages of a list', () => {
  const LIST = { owner: 'acme', repo: 'shop', issue_number: 2 } as const;
  const ROUTE = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
  const items = z.array(Numbered);

  it('are all read, a hundred items each', async () => {
    await using server = await httpServer(({ url }, response) => {
      const page = Number(new URL(url, 'http://x').searchParams.get('page') ?? 1);
      const next = `<${server.url}/repositories/1/issues/2/comments?per_page=100&page=${page + 1}>; rel="next", <${server.url}/x>; rel="last"`;
      json(response, [{ number: page }], {
        headers: page < 3 ? { link: next } : { link: `<${server.url}/x>; rel="prev"` },
      });
    });
    const client = clientOf(server.url);
    expect(await client.readPages(ROUTE, LIST, { items, limit: 5 })).toEqual([
      { number: 1 },
      { number: 2 },
      { number: 3 },
    ]);
    expect(server.seen[0]?.url).toBe('/repos/acme/shop/issues/2/comments?per_page=100');
    expect(client.requestCount()).toBe(3);
  });

  it('come to an end where the server says that there is always one more', async () => {
    await using server = await httpServer((_, response) => {
      json(response, [{ number: 1 }], { headers: { link: `<${server.url}/repos/more>; rel="next"` } });
    });
    const client = clientOf(server.url);
    expect(await client.readPages(ROUTE, LIST, { items, limit: 4 })).toBeNull();
    expect(client.requestCount()).toBe(4);
  });

  it('are never read from another server', async () => {
    await using other = await httpServer((_, response) => json(response, []));
    await using server = await httpServer((_, response) => {
      json(response, [], { headers: { link: `<${other.url}/repos/more>; rel="next"` } });
    });
    await expect(clientOf(server.url).readPages(ROUTE, LIST, { items, limit: 4 })).rejects.toMatchObject({
      code: 'GITHUB_UNREACHABLE',
    });
    expect(other.seen).toEqual([]);
  });
});

describe('A proxy of the environment', () => {
  it('is gone through, but not to a host that NO_PROXY names', async () => {
    await using proxy = await httpServer((_, response) => json(response, { number: 7 }));
    await using server = await httpServer((_, response) => json(response, { number: 2 }));
    const read = (environment: Record<string, string>) =>
      githubClient({ apiUrl: server.url, token: TOKEN, deadline: deadlineFromNow(20_000), environment }).read(
        'GET /repos/{owner}/{repo}/pulls/{pull_number}',
        PULL,
        Numbered,
      );
    expect(await read({ http_proxy: proxy.url })).toEqual({ number: 7 });
    expect(proxy.seen[0]?.url).toBe(`${server.url}/repos/acme/shop/pulls/2`);
    expect(await read({ http_proxy: proxy.url, NO_PROXY: '127.0.0.1' })).toEqual({ number: 2 });
  });

  it('that lets nobody through is named as the reason, without its password', async () => {
    await using proxy = await httpServer((_, response) => json(response, {}, { status: 407 }));
    const HTTPS_PROXY = proxy.url.replace('//', '//me:hush@');
    const client = clientOf('https://github.example', { environment: { HTTPS_PROXY } });
    await expect(client.read('GET /user', {}, z.object({}))).rejects.toMatchObject({
      code: 'GITHUB_UNREACHABLE',
      message: expect.not.stringContaining('hush'),
    });
  });
});
