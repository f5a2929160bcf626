import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { deadlineFromNow } from '../../../src/clients/deadline.ts';
import { providerModel } from '../../../src/clients/models/provider-model.ts';
import { ModelReplySchema } from '../../../src/domain/model.ts';
import { PROVIDERS, type Provider } from '../../../src/domain/provider.ts';
import { dist } from '../../fakes/built.ts';
import { type Answering, httpServer, json } from '../../fakes/http-server.ts';
import { OPENING } from '../../fakes/model-replies.ts';
import { refuse, say } from '../../fakes/model-server.ts';

const KEY = 'sk-not-to-be-seen-anywhere';
// As it is built: the sources of an SDK are hundreds of files.
const PROGRAM = pathToFileURL(`${dist}models.js`);

const CONVERSATION = {
  ...OPENING,
  tool: {
    name: 'answer',
    description: 'Answers.',
    input: {
      type: 'object',
      properties: {
        minutes: { type: 'integer', minimum: 1 },
        name: { type: 'string', maxLength: 9 },
      },
      required: ['minutes'],
    },
  },
};

describe.each(PROVIDERS)('A model of %s', (provider) => {
  it('is asked with the key, what it is told and the tool, and gives what it calls', async () => {
    const { seen, reply } = await askedOf(provider, (_, response) =>
      say(response, provider, { calls: [{ minutes: 5 }] }),
    );
    expect(reply).toMatchObject({
      calls: [{ name: 'answer', input: { minutes: 5 } }],
      stop: 'done',
      usage: { inputTokens: 10, outputTokens: 5, calls: 1 },
    });
    expect(seen).toHaveLength(1);
    const [request] = seen;
    expect(request?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(request?.url).toBe(provider === 'anthropic' ? '/v1/messages' : '/v1/chat/completions');
    for (const word of ['Fill it.', 'lint \\"everything\\"', 'minutes', 'the-model'])
      expect(request?.body).toContain(word);
  });

  it('says all its calls, whatever it says of why it stopped, and without a usage or an id', async () => {
    const bare = provider === 'anthropic' ? 'end_turn' : 'stop';
    const { reply } = await askedOf(provider, (_, response) =>
      say(response, provider, { calls: [{ minutes: 1 }, { minutes: 2 }], stop: bare, id: '', usage: null }),
    );
    expect(reply).toMatchObject({
      calls: [{ input: { minutes: 1 } }, { input: { minutes: 2 } }],
      usage: { inputTokens: 0, outputTokens: 0, calls: 1 },
    });
    expect(new Set(reply.calls.map(({ id }) => id)).size).toBe(2);
  });

  it.each<[string, Answering, string, string]>([
    ['401', refusing(401, 'invalid key'), 'MODEL_UNAUTHORIZED', 'answered 401, invalid key'],
    ['402', refusing(402, 'pay first'), 'MODEL_ACCESS_REFUSED', 'answered 402, pay first'],
    ['403', refusing(403, 'not for you'), 'MODEL_ACCESS_REFUSED', 'answered 403, not for you'],
    ['404', refusing(404, 'model: the-model'), 'MODEL_UNKNOWN', 'answered 404, model: the-model'],
    [
      'another address',
      (_, response) => response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
      'MODEL_UNKNOWN',
      'answered 307',
    ],
    ['413', refusing(413, 'too large'), 'MODEL_CONTEXT_TOO_LONG', 'answered 413'],
    ['400 for length', refusing(400, 'prompt is too long: 9 > 8'), 'MODEL_CONTEXT_TOO_LONG', 'prompt is too long'],
    ['400', refusing(400, 'no tools here'), 'MODEL_REQUEST_REFUSED', 'answered 400, no tools here'],
    ['429 for want of credit', refusing(429, 'x', 'insufficient_quota'), 'MODEL_ACCESS_REFUSED', '429'],
    ['429 for long', refusing(429, 'slow down', 'x', { 'retry-after': '60' }), 'MODEL_RATE_LIMITED', 'in 60 s, and'],
    ['529', refusing(529, 'Overloaded', 'x', { 'retry-after': '60' }), 'MODEL_OVERLOADED', 'answered 529, Overloaded'],
    [
      'a page',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
      'MODEL_ANSWER_INVALID',
      'is no JSON',
    ],
    ['broken JSON', (_, response) => response.end('{"content": ['), 'MODEL_ANSWER_INVALID', 'is no JSON'],
    ['another JSON', (_, response) => json(response, { ok: true }), 'MODEL_ANSWER_INVALID', 'no answer of a model'],
    [
      'more than any answer has',
      (_, response) => json(response, { ok: 'x'.repeat(600 * 1024) }),
      'MODEL_UNREACHABLE',
      'cannot be reached',
    ],
    [
      'with call after call',
      (_, response) => say(response, provider, { calls: Array.from({ length: 17 }, () => ({ minutes: 1 })) }),
      'MODEL_ANSWER_INVALID',
      'has 17 calls of its one tool',
    ],
  ])('that answers %s has failed, and why is said', async (_, answer, code, words) => {
    const { error } = await failureOf(provider, answer);
    expect(error).toMatchObject({ code, message: expect.stringContaining(words) });
  });

  it.each<[string, Answering, string]>([
    ['nothing', () => {}, 'cannot be reached: it did not answer in time.'],
    [
      'half of it',
      (_, response) => response.writeHead(200).write('{'),
      'cannot be reached: its answer was not complete in time.',
    ],
  ])('that answers %s is given up when the time is over, and why is said', async (_, answer, words) => {
    const { error } = await failureOf(provider, answer, 6000);
    expect(error).toMatchObject({ code: 'MODEL_UNREACHABLE', message: expect.stringMatching(new RegExp(`${words}$`)) });
  });

  it.each([429, 500, 503, 529])('that answers %i is asked again where the time for it is left', async (status) => {
    let asked = 0;
    const { reply, seen } = await askedOf(provider, (request, response) => {
      asked += 1;
      if (asked === 1) refusing(status, 'in a moment', 'x', { 'retry-after': '0' })(request, response);
      else say(response, provider, { calls: [{ minutes: 5 }] });
    });
    expect(reply.calls).toHaveLength(1);
    expect(seen).toHaveLength(2);
  });

  it('that takes no such request is asked in plainer terms', async () => {
    const { reply, seen } = await askedOf(provider, (request, response) => {
      const isRich = /cache_control|response_format/.test(request.body);
      if (isRich) refuse(response, 400, { type: 'invalid_request_error', message: 'unknown field' });
      else say(response, provider, { calls: [{ minutes: 5 }] });
    });
    expect(reply.calls).toHaveLength(1);
    expect(seen).toHaveLength(2);
  });

  it('says no part of the key, wherever its words are cut', async () => {
    for (const before of [180, 280, 290, 3990]) {
      const { error } = await failureOf(provider, refusing(401, `${'x'.repeat(before)} ${KEY}`));
      expect(String(error)).not.toContain(KEY.slice(0, 6));
    }
  });

  it('says the key nowhere, though its server does', async () => {
    const { error } = await failureOf(provider, refusing(401, `no such key: ${KEY}`));
    expect(String(error)).toContain('no such key: ***');
    const { reply } = await askedOf(provider, (_, response) =>
      say(response, provider, { calls: [{ name: KEY }], text: `I know ${KEY}` }),
    );
    expect(JSON.stringify(reply)).not.toContain(KEY);
  });

  it('is told what was wrong with its call, and never of a call without an answer', async () => {
    const calls = [1, 2].map((id) => ({ id: `id-${id}`, name: 'answer', input: { minutes: id } }));
    const turns = [
      ...CONVERSATION.turns,
      { speaker: 'model', text: '', calls } as const,
      { speaker: 'tool', call: 'id-1', text: 'too few minutes' } as const,
    ];
    const { seen } = await askedOf(provider, (_, response) => say(response, provider, { calls: [{ minutes: 5 }] }), {
      ...CONVERSATION,
      turns,
    });
    expect(seen[0]?.body).toContain('too few minutes');
    expect(seen[0]?.body).not.toContain('id-2');
    expect(seen[0]?.body).not.toMatch(/"minutes\\?":2/);
  });

  it('that refuses, or is cut off, says so', async () => {
    const words = provider === 'anthropic' ? ['refusal', 'max_tokens'] : ['content_filter', 'length'];
    const stops = words.map(async (stop) => {
      const { reply } = await askedOf(provider, (_, response) => say(response, provider, { text: 'No.', stop }));
      return [reply.stop, reply.text];
    });
    expect(await Promise.all(stops)).toEqual([
      ['refused', 'No.'],
      ['cut-off', 'No.'],
    ]);
  });
});

describe('A server without a key', () => {
  it.each(PROVIDERS)('of the protocol of %s is sent none', async (provider) => {
    await using server = await httpServer((_, response) => say(response, provider, { calls: [{ minutes: 5 }] }));
    await replyFrom(provider, server.url, CONVERSATION, { key: null });
    expect(server.seen[0]?.headers).not.toHaveProperty('authorization');
    expect(server.seen[0]?.headers).not.toHaveProperty('x-api-key');
  });
});

function refusing(
  status: number,
  message: string,
  type = 'some_error',
  headers: Readonly<Record<string, string>> = {},
): Answering {
  return (_, response) => refuse(response, status, { type, code: type, message }, headers);
}

async function askedOf(provider: Provider, answer: Answering, conversation = CONVERSATION) {
  await using server = await httpServer(answer);
  return { reply: await replyFrom(provider, server.url, conversation), seen: server.seen };
}

async function failureOf(provider: Provider, answer: Answering, milliseconds?: number) {
  await using server = await httpServer(answer);
  const error: unknown = await replyFrom(provider, server.url, CONVERSATION, {}, milliseconds).catch(
    (thrown: unknown) => thrown,
  );
  return { error };
}

async function replyFrom(
  provider: Provider,
  url: string,
  conversation = CONVERSATION,
  access = {},
  milliseconds = 60_000,
) {
  const baseUrl = provider === 'anthropic' ? url : `${url}/v1`;
  const deadline = deadlineFromNow(milliseconds);
  const model = providerModel(PROGRAM, {
    access: { provider, model: 'the-model', baseUrl, key: KEY, ...access },
    deadline,
    proxies: {},
  });
  return ModelReplySchema.parse(await deadline.race((signal) => model.reply(conversation, signal)));
}
