import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { deadlineFromNow } from '../../../src/clients/deadline.ts';
import { agentsFor } from '../../../src/clients/http/agents.ts';
import { findProgram } from '../../../src/clients/local-model/program.ts';
import { archiveWith, program } from '../../e2e/local-model/stage.ts';
import { httpServer } from '../../fakes/http-server.ts';
import { temporaryDirectory } from '../../fakes/repository.ts';

const OPTIONS = { agents: agentsFor({}, 'LOCAL_MODEL_DOWNLOAD'), deadline: deadlineFromNow(30_000) };

const GENUINE = '#!/bin/sh\necho genuine\n';
const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

afterEach(() => vi.unstubAllEnvs());

/** Where the program is that comes of a release with these bytes, below the folder; or what is thrown. */
async function fetched(name: string, bytes: Buffer, sha256 = digestOf(bytes)) {
  using folder = temporaryDirectory();
  await using server = await httpServer((_, response) => void response.end(bytes));
  const release = { url: `${server.url}/${name}`, sha256 };
  const search = { name: 'llama-server', fetched: release, path: '' };
  const places = { ...OPTIONS, folder: folder.path, temporary: folder.path };
  const found = await findProgram(search, places).catch((thrown: unknown) => thrown);
  const again = typeof found === 'string' ? await findProgram(search, places) : null;
  const left = readdirSync(folder.path);
  return {
    found: typeof found === 'string' ? found.replace(folder.path, '') : found,
    again,
    left,
    asked: server.seen.length,
  };
}

function packed(name: string, below: string): Buffer {
  using folder = temporaryDirectory();
  program(join(folder.path, name), GENUINE);
  return archiveWith(folder.path, name, below);
}

describe('The program that serves a model', () => {
  it('is found in a release, which is fetched once', async () => {
    const bytes = packed('llama-server', 'llama-b9999/build/bin');
    const { found, again, asked } = await fetched('llama-b9999-bin-ubuntu-x64.tar.gz', bytes);
    expect(found).toMatch(/^\/agent-generate-llama-server-\w+\/llama-b9999\/build\/bin\/llama-server$/);
    expect(again).toMatch(/bin\/llama-server$/);
    expect(asked).toBe(1);
  });

  it('may be what is fetched itself', async () => {
    const { found } = await fetched('llama-server', Buffer.from('#!/bin/sh\n'));
    expect(found).toMatch(/^\/agent-generate-llama-server-\w+\/llama-server$/);
  });

  it.each(['a.tar.gz', 'llama-server'])(
    'is the one of its checksum, whatever an earlier job has put in the place of what is kept: %s',
    async (name) => {
      using folder = temporaryDirectory();
      const bytes = name === 'a.tar.gz' ? packed('llama-server', 'bin') : Buffer.from(GENUINE);
      const sha256 = digestOf(bytes);
      await using server = await httpServer((_, response) => void response.end(bytes));
      const kept = join(folder.path, 'kept');
      const temporary = () => mkdtempSync(join(folder.path, 'job-'));
      const find = () => {
        const fetched = { url: `${server.url}/${name}`, sha256 };
        return findProgram(
          { name: 'llama-server', fetched, path: '' },
          { ...OPTIONS, folder: kept, temporary: temporary() },
        );
      };
      const planted = join(kept, `llama-server-${sha256}`);
      mkdirSync(planted, { recursive: true });
      program(join(planted, 'llama-server'), '#!/bin/sh\necho poison\n');
      expect(readFileSync(await find(), 'utf8')).toBe(GENUINE);
      for (const entry of readdirSync(kept, { recursive: true, withFileTypes: true }).filter((it) => it.isFile()))
        writeFileSync(join(entry.parentPath, entry.name), '#!/bin/sh\necho poison\n');
      expect(readFileSync(await find(), 'utf8')).toBe(GENUINE);
      expect(server.seen).toHaveLength(2);
    },
  );

  it('is given up where it cannot be unpacked in time, and nobody unpacks it any more', async () => {
    using folder = temporaryDirectory();
    const bytes = packed('llama-server', 'bin');
    await using server = await httpServer((_, response) => void response.end(bytes));
    mkdirSync(join(folder.path, 'bin'));
    program(join(folder.path, 'bin/tar'), `#!/bin/sh\necho $$ > '${folder.path}/pid'\nexec /bin/sleep 600\n`);
    vi.stubEnv('PATH', join(folder.path, 'bin'));
    const fetched = { url: `${server.url}/a.tar.gz`, sha256: digestOf(bytes) };
    const search = { name: 'llama-server', fetched, path: '' };
    const places = { ...OPTIONS, folder: folder.path, temporary: folder.path, deadline: deadlineFromNow(1500) };
    await expect(findProgram(search, places)).rejects.toMatchObject({
      code: 'DEADLINE_EXCEEDED',
    });
    const pid = Number(readFileSync(join(folder.path, 'pid'), 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow(expect.objectContaining({ code: 'ESRCH' }));
    expect(readdirSync(folder.path).filter((it) => it.startsWith('agent-generate-'))).toEqual([]);
  });

  it.each<[string, string, Buffer, string | undefined, RegExp]>([
    [
      'another file than was meant',
      'a.tar.gz',
      packed('llama-server', 'bin'),
      '0'.repeat(64),
      /^What 127.*gave has the SHA-256/,
    ],
    ['a release without it', 'a.tar.gz', packed('whisper-server', 'bin'), undefined, /has no llama-server in it/],
    ['no archive', 'a.tar.gz', Buffer.from('<html>'), undefined, /an archive that cannot be unpacked/],
  ])('is not run where what is fetched is %s, and nothing is left of it', async (_, name, bytes, sha256, message) => {
    const { found, left } = await fetched(name, bytes, sha256);
    expect(found).toMatchObject({ message: expect.stringMatching(message) });
    expect(left.filter((it) => /^agent-generate-|part/.test(it))).toEqual([]);
  });
});
