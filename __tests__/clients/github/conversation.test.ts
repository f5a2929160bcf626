import { describe, expect, it } from 'vitest';
import { conversation } from '../../../src/clients/github/conversation.ts';
import { clientOf, SHOP } from '../../fakes/github.ts';
import { type Answering, httpServer, json } from '../../fakes/http-server.ts';

const JOB = { login: 'github-actions[bot]', type: 'Bot' };
const OCTOCAT = { login: 'octocat', type: 'User' };

describe('The conversation of a pull request', () => {
  it('is read oldest first, and tells our own comments without asking who we are', async () => {
    const copycat = { login: 'github-actions[bot]', type: 'User' };
    const comments = [comment(3, JOB), comment(1, OCTOCAT), comment(2, copycat), comment(4, null)];
    await using server = await httpServer((_, response) => json(response, comments));
    const listed = await conversation(clientOf(server.url), SHOP, 2).list();
    expect(listed).toMatchObject([
      { id: 1, body: 'text 1', isOwn: false, url: 'https://github.com/acme/shop/pull/2#1' },
      { id: 2, isOwn: false, author: { login: 'github-actions[bot]', isBot: false }, association: 'MEMBER' },
      { id: 3, isOwn: true, author: { login: 'github-actions[bot]', isBot: true }, isEdited: false },
      { id: 4, isOwn: false, author: null },
    ]);
    expect(server.seen.map(({ url }) => url)).toEqual(['/repos/acme/shop/issues/2/comments?per_page=100']);
  });

  it('tells a comment that was edited', async () => {
    const edited = { ...comment(1, OCTOCAT), updated_at: '2026-01-01T00:00:01Z' };
    await using server = await httpServer((_, response) => json(response, [edited]));
    expect(await conversation(clientOf(server.url), SHOP, 2).list()).toMatchObject([{ isEdited: true }]);
  });

  it('asks once who we are where the token is an app’s and other bots have spoken', async () => {
    const app = { login: 'our-app[bot]', type: 'Bot' };
    const other = { login: 'codecov[bot]', type: 'Bot' };
    const who: Answering = (_, response) => json(response, { data: { viewer: { login: 'our-app[bot]' } } });
    await using server = await httpServer(routed({ '/graphql': who }, [comment(1, app), comment(2, other)]));
    const talk = conversation(clientOf(server.url), SHOP, 2);
    expect((await talk.list()).map(({ isOwn }) => isOwn)).toEqual([true, false]);
    await talk.list();
    expect(server.seen.filter(({ url }) => url === '/graphql')).toHaveLength(1);
  });

  it('takes the token for the job’s where GraphQL is not to be had', async () => {
    const none: Answering = (_, response) => json(response, { message: 'Not Found' }, { status: 404 });
    const other = { login: 'codecov[bot]', type: 'Bot' };
    await using server = await httpServer(routed({ '/graphql': none }, [comment(1, other), comment(2, JOB)]));
    const listed = await conversation(clientOf(server.url), SHOP, 2).list();
    expect(listed.map(({ isOwn }) => isOwn)).toEqual([false, true]);
  });

  it('asks once who we are where the token is a person’s', async () => {
    const who: Answering = (_, response) => json(response, OCTOCAT);
    await using server = await httpServer(
      routed({ '/user': who }, [comment(1, OCTOCAT), comment(2, JOB), comment(3, OCTOCAT)]),
    );
    const listed = await conversation(clientOf(server.url, { token: 'ghp_1' }), SHOP, 2).list();
    expect(listed.map(({ isOwn }) => isOwn)).toEqual([true, false, true]);
    expect(server.seen.filter(({ url }) => url === '/user')).toHaveLength(1);
  });

  it('gets a comment, and has one edited in place', async () => {
    await using server = await httpServer((_, response) => json(response, comment(5, JOB)));
    const talk = conversation(clientOf(server.url), SHOP, 2);
    expect(await talk.create('hello')).toMatchObject({ id: 5, isOwn: true });
    expect(await talk.update(5, 'hello again')).toMatchObject({ id: 5, isOwn: true });
    expect(server.seen).toMatchObject([
      { method: 'POST', url: '/repos/acme/shop/issues/2/comments', body: '{"body":"hello"}' },
      { method: 'PATCH', url: '/repos/acme/shop/issues/comments/5', body: '{"body":"hello again"}' },
    ]);
  });

  it('tells that a comment is no longer there', async () => {
    await using server = await httpServer((_, response) => json(response, { message: 'Not Found' }, { status: 404 }));
    expect(await conversation(clientOf(server.url), SHOP, 2).update(5, 'hello')).toBeNull();
  });
});

function comment(id: number, user: { login: string; type: string } | null) {
  const at = '2026-01-01T00:00:00Z';
  const written = { author_association: 'MEMBER', created_at: at, updated_at: at };
  return { id, body: `text ${id}`, html_url: `https://github.com/acme/shop/pull/2#${id}`, user, ...written };
}

/** The comments, except at the paths that are named. */
function routed(routes: Readonly<Record<string, Answering>>, comments: readonly unknown[]): Answering {
  return (request, response) => (routes[request.url] ?? (() => json(response, comments)))(request, response);
}
