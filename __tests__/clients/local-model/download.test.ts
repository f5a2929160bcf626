import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { deadlineFromNow } from '../../../src/clients/deadline.ts';
import { agentsFor } from '../../../src/clients/http/agents.ts';
import { download } from '../../../src/clients/local-model/download.ts';
import { type Answering, httpServer } from '../../fakes/http-server.ts';
import { temporaryDirectory } from '../../fakes/repository.ts';

const MODEL = Buffer.alloc(300_000, 'noise');
const RIGHT = createHash('sha256').update(MODEL).digest('hex');
const WRONG = '0'.repeat(64);

const give: Answering = (_, response) => void response.writeHead(200, { 'content-length': MODEL.length }).end(MODEL);

/** What came of it, and what stands in the folder afterwards. */
async function downloaded(
  answer: Answering,
  { sha256 = RIGHT, path = '/model.gguf', milliseconds = 20_000, most = MODEL.length } = {},
) {
  await using server = await httpServer(answer);
  using folder = temporaryDirectory();
  const to = join(folder.path, 'models', 'model.gguf');
  const options = { agents: agentsFor({}, 'LOCAL_MODEL_DOWNLOAD'), deadline: deadlineFromNow(milliseconds), most };
  const outcome = await download({ url: `${server.url}${path}`, sha256 }, to, options).catch(
    (thrown: unknown) => thrown,
  );
  const left = readdirSync(join(folder.path, 'models'));
  return { outcome, left, bytes: left.includes('model.gguf') ? readFileSync(to) : null, seen: server.seen };
}

describe('A file that is fetched', () => {
  it('stands where it is wanted once its digest is the right one', async () => {
    const { outcome, left, bytes } = await downloaded(give);
    expect(outcome).toBe(MODEL.length);
    expect(left).toEqual(['model.gguf']);
    expect(bytes?.equals(MODEL)).toBe(true);
  });

  it('does not stand there with another digest, and both are told', async () => {
    const { outcome, left } = await downloaded(give, { sha256: WRONG });
    expect(outcome).toMatchObject({ code: 'CHECKSUM_MISMATCH' });
    expect(String(outcome)).toMatch(new RegExp(`gave has the SHA-256 ${RIGHT}, not ${WRONG}`));
    expect(left).toEqual([]);
  });

  it('that is cut off leaves nothing', async () => {
    const { outcome, left } = await downloaded((_, response) => {
      response.writeHead(200, { 'content-length': MODEL.length });
      response.write(MODEL.subarray(0, 100_000), () => response.destroy());
    });
    expect(outcome).toMatchObject({
      code: 'LOCAL_MODEL_DOWNLOAD',
      message: expect.stringMatching(/did not give the file: it cut the connection off\.$/),
    });
    expect(left).toEqual([]);
  });

  it.each<[string, Answering]>([
    ['says that it has', give],
    ['has', (_, response) => void response.writeHead(200).end(MODEL)],
    [
      'has, unpacked,',
      (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(MODEL)),
    ],
  ])('that %s more bytes than are taken leaves nothing', async (_, answer) => {
    const { outcome, left } = await downloaded(answer, { most: MODEL.length - 1 });
    expect(outcome).toMatchObject({
      code: 'LOCAL_MODEL_DOWNLOAD',
      message: expect.stringMatching(/gives more than 299999 bytes/),
    });
    expect(left).toEqual([]);
  });

  it('that stops half-way is waited for no longer than there is time', async () => {
    const { outcome, left } = await downloaded(
      (_, response) => void response.writeHead(200, { 'content-length': MODEL.length }).write(MODEL.subarray(0, 10)),
      { milliseconds: 300 },
    );
    expect(outcome).toMatchObject({ code: 'LOCAL_MODEL_DOWNLOAD', message: expect.stringMatching(/in time\.$/) });
    expect(left).toEqual([]);
  });

  it('is followed to where it has moved', async () => {
    const { outcome, seen } = await downloaded((request, response) =>
      request.url === '/model.gguf'
        ? response.writeHead(302, { location: '/elsewhere' }).end()
        : give(request, response),
    );
    expect(outcome).toBe(MODEL.length);
    expect(seen.map(({ url }) => url)).toEqual(['/model.gguf', '/elsewhere']);
  });

  it('is not followed in a circle', async () => {
    const { outcome, seen } = await downloaded(
      (_, response) => void response.writeHead(302, { location: '/model.gguf' }).end(),
    );
    expect(outcome).toMatchObject({
      code: 'LOCAL_MODEL_DOWNLOAD',
      message: expect.stringMatching(/sends us on more than 5 times/),
    });
    expect(seen).toHaveLength(6);
  });

  it.each(['http://models.example.com/model.gguf', 'ftp://127.0.0.1/model.gguf', 'http://[', 'file:///etc/passwd'])(
    'is not followed to %s',
    async (location) => {
      const { outcome } = await downloaded((_, response) => void response.writeHead(302, { location }).end());
      expect(outcome).toMatchObject({
        code: 'LOCAL_MODEL_DOWNLOAD',
        message: expect.stringMatching(/an address that is not https/),
      });
    },
  );

  it.each([404, 403, 500])('that is refused with %i says so', async (status) => {
    const { outcome, left } = await downloaded((_, response) => void response.writeHead(status).end('no'));
    expect(outcome).toMatchObject({
      code: 'LOCAL_MODEL_DOWNLOAD',
      message: expect.stringMatching(`answered ${status}`),
    });
    expect(left).toEqual([]);
  });

  it('is refused where nobody listens', async () => {
    using folder = temporaryDirectory();
    const options = { agents: agentsFor({}, 'LOCAL_MODEL_DOWNLOAD'), deadline: deadlineFromNow(5000) };
    const asked = download({ url: 'http://127.0.0.1:9/x.gguf', sha256: RIGHT }, join(folder.path, 'x'), options);
    await expect(asked).rejects.toMatchObject({
      code: 'LOCAL_MODEL_DOWNLOAD',
      message: expect.stringMatching(/refuses connections/),
    });
  });
});
