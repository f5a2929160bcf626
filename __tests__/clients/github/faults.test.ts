import { createServer } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { deadlineFromNow } from '../../../src/clients/deadline.ts';
import type { ClientOptions } from '../../../src/clients/github/client.ts';
import type { ErrorCode } from '../../../src/domain/errors.ts';
import { certificateIn } from '../../fakes/certificate.ts';
import { clientOf, TOKEN } from '../../fakes/github.ts';
import { type Answering, httpServer, httpsServer, json, type SeenRequest } from '../../fakes/http-server.ts';
import { temporaryDirectory } from '../../fakes/repository.ts';

interface Asked {
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly seen: readonly SeenRequest[];
}

describe('A refusal of GitHub', () => {
  it.each<[string, Answering, ErrorCode, string]>([
    ['401', refusing(401, 'Bad credentials'), 'GITHUB_UNAUTHORIZED', 'GitHub answered 401, Bad credentials'],
    [
      '403 for want of a permission',
      refusing(403, 'Resource not accessible by integration', {
        'x-accepted-github-permissions': 'issues=write; pull_requests=write',
      }),
      'GITHUB_REFUSED',
      "it takes the permission 'issues: write' or 'pull-requests: write'",
    ],
    ['404', refusing(404, 'Not Found'), 'GITHUB_NOT_FOUND', 'Not Found'],
    ['406', refusing(406, 'the diff exceeded the maximum number of files (300)'), 'GITHUB_INVALID', 'exceeded'],
    ['409 of a repository without commits', refusing(409, 'Git Repository is empty.'), 'GITHUB_NOT_FOUND', 'empty'],
    ['410', refusing(410, 'Issues are disabled for this repo'), 'GITHUB_NOT_FOUND', 'disabled'],
    ['422', refusing(422, 'Validation Failed'), 'GITHUB_INVALID', 'Validation Failed'],
    ['451', refusing(451, 'Repository access blocked'), 'GITHUB_REFUSED', 'blocked'],
    ['500', refusing(500, 'Server Error'), 'GITHUB_UNREACHABLE', 'GitHub answered 500'],
    ['300 without an address', refusing(300, ''), 'GITHUB_NOT_FOUND', '300'],
  ])('by %s is told once and is not asked for again', async (_, answer, code, words) => {
    const { seen, ...asked } = await ask(answer);
    expect(asked).toMatchObject({ code, message: expect.stringContaining(words) });
    expect(asked.message).toMatch(/^GET \/user: /);
    expect(seen).toHaveLength(1);
  });

  it('never repeats the token, whoever says it, and keeps to one line', async () => {
    const { message } = await ask(refusing(422, `no\n::error::${TOKEN} is wrong ${'x'.repeat(1000)}`));
    expect(message).not.toContain(TOKEN);
    expect(message).not.toContain('\n');
    expect(message.length).toBeLessThan(300);
  });
});

describe('A limit of GitHub', () => {
  const words = 'You have exceeded a secondary rate limit';

  it.each<[string, Answering]>([
    ['429', refusing(429, 'Too many', { 'retry-after': '3600' })],
    ['a secondary 403', refusing(403, words, { 'retry-after': '3600' })],
    ['a secondary 403 without a time', refusing(403, words)],
    [
      'a 403 of the hour',
      refusing(403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9999999999' }),
    ],
  ])('by %s past the deadline is told at once', async (_, answer) => {
    const { code, message, seen } = await ask(answer);
    expect({ code, requests: seen.length }).toEqual({ code: 'GITHUB_RATE_LIMITED', requests: 1 });
    expect(message).toMatch(/it may be asked again in \d+ s/);
  });

  it.each([429, 403])('by %d is waited for inside the deadline', async (status) => {
    const { code, seen } = await ask(first(refusing(status, words, { 'retry-after': '0' })));
    expect({ code, requests: seen.length }).toEqual({ code: null, requests: 2 });
  });
});

describe('A passing fault', () => {
  it.each<[string, Answering]>([
    [
      '502 with HTML',
      (_, response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Unicorn!</html>'),
    ],
    ['503', refusing(503, 'Unavailable')],
    ['504', refusing(504, 'Timeout')],
    ['a connection that is cut off', (_, response) => response.destroy()],
    ['an answer that is cut off', cutOff],
  ])('of %s is asked again where it was read', async (_, answer) => {
    expect(await ask(first(answer))).toMatchObject({ code: null, seen: { length: 2 } });
    const lasting = await ask(answer);
    expect(lasting).toMatchObject({ code: 'GITHUB_UNREACHABLE', seen: { length: 3 } });
    expect(lasting.message).not.toContain('<html>');
  });

  it('is not asked again where it was written', async () => {
    const answers: Answering[] = [
      refusing(502, ''),
      refusing(429, '', { 'retry-after': '0' }),
      (_, response) => response.destroy(),
      moved('/elsewhere'),
    ];
    for (const answer of answers) {
      await using server = await httpServer(answer);
      const parameters = { owner: 'acme', repo: 'shop', issue_number: 2, body: 'hello' };
      const written = clientOf(server.url).write(
        'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
        parameters,
        z.object({}),
      );
      await expect(written).rejects.toMatchObject({ code: expect.stringMatching(/^GITHUB_/) });
      expect(server.seen).toHaveLength(1);
    }
  });
});

describe('An answer that is none', () => {
  it.each<[string, Answering, string]>([
    [
      'HTML',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Log in</html>'),
      'is no JSON',
    ],
    [
      'half of JSON',
      (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"login": "a'),
      'was cut off',
    ],
    ['another shape', (_, response) => json(response, { login: 7 }), "is not what GitHub documents ('login')"],
  ])('but %s is said to be so', async (_, answer, words) => {
    expect(await ask(answer)).toMatchObject({ code: 'GITHUB_UNREACHABLE', message: expect.stringContaining(words) });
  });

  it.each<[string, Answering]>([
    ['before the headers', () => {}],
    ['in the body', (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{"login"')],
  ])('since it hangs %s ends with the deadline', async (_, answer) => {
    expect(await ask(answer, { deadline: deadlineFromNow(100) })).toMatchObject({
      code: 'GITHUB_UNREACHABLE',
      message: expect.stringContaining('did not answer in time'),
    });
  });
});

describe('A redirect', () => {
  it('is followed where it was read, with the token on the same host alone', async () => {
    await using other = await httpServer((_, response) => json(response, { login: 'b' }));
    const { code, seen } = await ask(first(moved('/users/here')));
    expect({ code, authorizations: seen.map(({ headers }) => headers.authorization) }).toEqual({
      code: null,
      authorizations: [`Bearer ${TOKEN}`, `Bearer ${TOKEN}`],
    });
    expect(await ask(moved(`${other.url}/login`))).toMatchObject({ code: null });
    expect(other.seen[0]?.headers).not.toHaveProperty('authorization');
  });

  it('is not followed from an address that is encrypted to one that is not', async () => {
    using folder = temporaryDirectory();
    await using open = await httpServer((_, response) => json(response, { login: 'b' }));
    await using server = await httpsServer(certificateIn(folder.path), moved(`${open.url}/user`));
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    expect(await askAt(server.url)).toMatchObject({ code: 'GITHUB_NOT_FOUND' });
    vi.unstubAllEnvs();
    expect([server.seen.length, open.seen.length]).toEqual([1, 0]);
  });

  it('in circles ends', async () => {
    expect(await ask(moved('/user'))).toMatchObject({
      code: 'GITHUB_UNREACHABLE',
      message: expect.stringContaining('round in circles'),
    });
  });
});

describe('A server that cannot be trusted or found', () => {
  it('is said to have a wrong certificate, and is not told the token', async () => {
    using folder = temporaryDirectory();
    await using server = await httpsServer(certificateIn(folder.path), (_, response) => json(response, { login: 'a' }));
    expect(await askAt(server.url)).toMatchObject({
      code: 'GITHUB_UNREACHABLE',
      message: expect.stringContaining('its certificate is not trusted'),
    });
    expect(server.seen).toEqual([]);
  });

  it('is said to refuse connections', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    expect(await askAt(`http://127.0.0.1:${port}`)).toMatchObject({
      code: 'GITHUB_UNREACHABLE',
      message: expect.stringContaining('it refuses connections'),
    });
  });
});

/** Asks who we are of a server that answers so. */
async function ask(answer: Answering, options: Partial<ClientOptions> = {}): Promise<Asked> {
  await using server = await httpServer(answer);
  return { ...(await askAt(server.url, options)), seen: server.seen };
}

async function askAt(url: string, options: Partial<ClientOptions> = {}): Promise<Omit<Asked, 'seen'>> {
  try {
    await clientOf(url, options).read('GET /user', {}, z.object({ login: z.string() }));
    return { code: null, message: '' };
  } catch (thrown) {
    expect(thrown).toHaveProperty('help');
    const { code, message } = thrown as { code: ErrorCode; message: string };
    return { code, message };
  }
}

function refusing(status: number, message: string, headers: Record<string, string> = {}): Answering {
  return (_, response) =>
    json(response, { message, documentation_url: 'https://docs.github.com/rest' }, { status, headers });
}

/** The first time so, and then as it should be. */
function first(answer: Answering): Answering {
  let asked = 0;
  return (request, response) => {
    asked += 1;
    if (asked === 1) answer(request, response);
    else json(response, { login: 'a' });
  };
}

function moved(location: string): Answering {
  return (_, response) => response.writeHead(302, { location }).end();
}

function cutOff(_: SeenRequest, response: Parameters<Answering>[1]): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"login": "a"', () => response.destroy());
}
