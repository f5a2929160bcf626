import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { agentsFor } from '../../../src/clients/http/agents.ts';
import { exchange } from '../../../src/clients/models/exchange.ts';
import { ActionError } from '../../../src/domain/errors.ts';
import { type Answering, httpServer } from '../../fakes/http-server.ts';

const MOST = 512 * 1024;

/** What a model's server was asked, and what came of it. */
async function exchanged(answer: Answering) {
  await using server = await httpServer(answer);
  const request = {
    method: 'POST',
    url: new URL(server.url),
    headers: { authorization: 'Bearer the-key' },
    body: '{}',
  };
  const options = { agents: agentsFor({}, 'MODEL_UNREACHABLE'), remaining: () => 10_000, backoffMilliseconds: 1 };
  const outcome = await exchange(request, options).catch((thrown: unknown) => thrown);
  return { outcome, seen: server.seen };
}

describe('What a server of a model answers', () => {
  it('is taken up to half a megabyte', async () => {
    const { outcome } = await exchanged((_, response) => void response.end('x'.repeat(MOST)));
    expect(outcome).toMatchObject({ status: 200 });
  });

  it.each<[string, Answering]>([
    ['longer', (_, response) => void response.end('x'.repeat(MOST + 1))],
    [
      'longer when it is unpacked',
      (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(MOST + 1))),
    ],
  ])('is not taken where it is %s, and not asked for again', async (_, answer) => {
    const { outcome, seen } = await exchanged(answer);
    expect(outcome).toMatchObject({
      code: 'MODEL_UNREACHABLE',
      message: expect.stringMatching(/its answer is too long\.$/),
    });
    expect(seen).toHaveLength(1);
  });

  it('is not read where it is not packed as it says', async () => {
    const { outcome } = await exchanged(
      (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip at all'),
    );
    expect(String(outcome)).toContain('its answer is not packed as it says');
  });

  it.each([
    ['https://elsewhere.example/v1?a=b', 'elsewhere.example'],
    ['/v2', 'another address'],
    ['http://[', 'another address'],
    [`https://${'a'.repeat(60)}.${'b'.repeat(60)}.example/`, `${'a'.repeat(60)}.${'b'.repeat(39)}`],
  ])('is not followed to %s, and what to do is said', async (location, where) => {
    await using elsewhere = await httpServer((_, response) => void response.end('{}'));
    const { outcome, seen } = await exchanged((_, response) => void response.writeHead(302, { location }).end());
    expect(outcome).toBeInstanceOf(ActionError);
    expect(outcome).toMatchObject({
      code: 'MODEL_UNKNOWN',
      message: expect.stringContaining(
        `answered 302: it sends on to ${where}, where the key is not taken; set base-url `,
      ),
    });
    expect(seen).toHaveLength(1);
    expect(elsewhere.seen).toEqual([]);
  });
});
