import { describe, expect, it } from 'vitest';
import { sayOnce } from '../../src/deliver/comment.ts';
import { markerOf } from '../../src/deliver/github/marker.ts';
import { ActionError } from '../../src/domain/errors.ts';
import { FakeConversation, REFUSED } from '../fakes/conversation.ts';
import { elementsOf, NASTY, renderGithub } from '../fakes/github-markdown.ts';

const MARKER = markerOf('default');
const BODY = `${MARKER}\nThe new body.`;
const NEWS = { marker: MARKER, body: BODY, isNews: true };
const OLD = { body: `${MARKER}\nThe old body.` };

describe('The one comment', () => {
  it('is created where there is none', async () => {
    const conversation = new FakeConversation([
      { body: 'Somebody else.', isOwn: false },
      { body: 'Another of our own.' },
    ]);
    expect(await sayOnce(conversation, NEWS)).toEqual({
      kind: 'delivered',
      how: 'created',
      url: 'https://github.com/octo/shop/pull/1#issuecomment-3',
      notes: [],
    });
    expect(conversation.comments[2]?.body).toBe(BODY);
  });

  it('is edited where it stands', async () => {
    const conversation = new FakeConversation([{}, OLD, {}]);
    expect(await sayOnce(conversation, NEWS)).toMatchObject({ how: 'edited', url: expect.stringMatching(/-2$/) });
    expect(conversation.writes).toEqual(['update 2']);
    expect(conversation.comments[1]?.body).toBe(BODY);
  });

  it.each([BODY, `${BODY}\n`, BODY.replaceAll('\n', '\r\n')])(
    'is left alone where it says the same: %j',
    async (body) => {
      const conversation = new FakeConversation([{ body }]);
      expect(await sayOnce(conversation, NEWS)).toMatchObject({ kind: 'delivered', how: 'kept' });
      expect(conversation.writes).toEqual([]);
    },
  );

  it('is not written where nothing has changed and none stands', async () => {
    const conversation = new FakeConversation([{ isOwn: false, ...OLD }]);
    expect(await sayOnce(conversation, { ...NEWS, isNews: false })).toEqual({ kind: 'silent', why: null });
    expect(conversation.writes).toEqual([]);
  });

  it('is edited where nothing has changed and one stands that says otherwise', async () => {
    const conversation = new FakeConversation([OLD]);
    expect(await sayOnce(conversation, { ...NEWS, isNews: false })).toMatchObject({ how: 'edited' });
    expect(conversation.comments[0]?.body).toBe(BODY);
  });

  it('is never one that somebody else has written with our marker', async () => {
    const conversation = new FakeConversation([{ ...OLD, isOwn: false }]);
    expect(await sayOnce(conversation, NEWS)).toMatchObject({ how: 'created' });
    expect(conversation.writes).toEqual(['create 2']);
  });

  it('is never one of another use of ours, nor one that quotes the marker', async () => {
    const conversation = new FakeConversation([{ body: `${markerOf('other')}\nx` }, { body: `> ${BODY}` }]);
    expect(await sayOnce(conversation, NEWS)).toMatchObject({ how: 'created' });
  });

  it('is created anew where it is deleted between reading and editing', async () => {
    const conversation = new FakeConversation([OLD], { deleted: [1] });
    expect(await sayOnce(conversation, NEWS)).toMatchObject({ how: 'created' });
    expect(conversation.writes).toEqual(['update 1', 'create 2']);
  });

  it('is not created anew where nothing has changed', async () => {
    const conversation = new FakeConversation([OLD], { deleted: [1] });
    expect(await sayOnce(conversation, { ...NEWS, isNews: false })).toEqual({ kind: 'silent', why: null });
  });

  it('is the oldest of two that two runs have made; the other one points to it, once', async () => {
    const conversation = new FakeConversation([OLD, OLD]);
    expect(await sayOnce(conversation, NEWS)).toMatchObject({ how: 'edited', url: expect.stringMatching(/-1$/) });
    expect(conversation.comments[1]?.body).toContain(
      '[another comment](<https://github.com/octo/shop/pull/1#issuecomment-1>)',
    );
    expect(await sayOnce(conversation, NEWS)).toMatchObject({ how: 'kept' });
    expect(conversation.writes).toEqual(['update 1', 'update 2']);
  });

  it('is the next one where the oldest is deleted meanwhile', async () => {
    const conversation = new FakeConversation([OLD, OLD], { deleted: [1] });
    expect(await sayOnce(conversation, NEWS)).toMatchObject({ how: 'edited', url: expect.stringMatching(/-2$/) });
  });
});

describe('What is refused', () => {
  it.each([
    ['list', []],
    ['create', []],
    ['update', [OLD]],
  ] as const)('by %s is a receipt with the reason', async (method, comments) => {
    const conversation = new FakeConversation(comments, { refusal: { method, error: REFUSED } });
    expect(await sayOnce(conversation, NEWS)).toEqual({
      kind: 'not-delivered',
      code: 'GITHUB_REFUSED',
      reason: `The comment was not written: The token may not write comments (issues: write is missing). ${REFUSED.help}`,
    });
    expect(conversation.writes).toEqual([]);
  });

  it.each(['GITHUB_RATE_LIMITED', 'GITHUB_UNREACHABLE', 'DEADLINE_EXCEEDED'] as const)(
    'with %s keeps its code',
    async (code) => {
      const refusal = { method: 'create', error: new ActionError(code, 'So it is.') } as const;
      expect(await sayOnce(new FakeConversation([], { refusal }), NEWS)).toMatchObject({ kind: 'not-delivered', code });
    },
  );

  it('for the other of two is a note: the comment itself is written', async () => {
    const conversation = new FakeConversation([{ body: BODY }, OLD], { refusal: { method: 'update', error: REFUSED } });
    expect(await sayOnce(conversation, NEWS)).toMatchObject({
      how: 'kept',
      notes: [expect.stringContaining('still stands beside')],
    });
  });
});

describe('The marker', () => {
  it('is the same for the same use, and another one for another', () => {
    expect(markerOf('a b')).toBe('<!-- agent-generate:v1:a%20b -->');
    expect(new Set(['a b', 'a-b', 'a%20b', 'superseded', ''].map(markerOf)).size).toBe(5);
  });

  it.each(NASTY)('is hidden whatever names the use (%#)', (use) => {
    const html = renderGithub(`${markerOf(use)}\nText.`);
    expect(elementsOf(html)).toEqual(['!--', 'p']);
    expect(html.match(/-->/g)).toHaveLength(1);
    expect(markerOf(use).slice(4, -3)).not.toContain('--');
  });
});
