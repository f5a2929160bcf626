import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deadlineFromNow } from '../../../src/clients/deadline.ts';
import { agentsFor } from '../../../src/clients/http/agents.ts';
import { findProgram } from '../../../src/clients/local-model/program.ts';
import { archiveWith, program } from '../../e2e/local-model/stage.ts';
import { httpServer } from '../../fakes/http-server.ts';
import { temporaryDirectory } from '../../fakes/repository.ts';

const OPTIONS = { agents: agentsFor({}, 'LOCAL_MODEL_DOWNLOAD'), deadline: deadlineFromNow(30_000) };

/** Where the program is that comes of a release with these bytes, below the folder; or what is thrown. */
async function fetched(name: string, bytes: Buffer, sha256 = createHash('sha256').update(bytes).digest('hex')) {
  using folder = temporaryDirectory();
  await using server = await httpServer((_, response) => void response.end(bytes));
  const release = { url: `${server.url}/${name}`, sha256 };
  const search = { name: 'llama-server', fetched: release, path: '', folder: folder.path };
  const found = await findProgram(search, OPTIONS).catch((thrown: unknown) => thrown);
  const again = typeof found === 'string' ? await findProgram(search, OPTIONS) : null;
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
  program(join(folder.path, name), '#!/bin/sh\n');
  return archiveWith(folder.path, name, below);
}

describe('The program that serves a model', () => {
  it('is found in a release, which is fetched once', async () => {
    const bytes = packed('llama-server', 'llama-b9999/build/bin');
    const { found, again, asked } = await fetched('llama-b9999-bin-ubuntu-x64.tar.gz', bytes);
    expect(found).toMatch(/^\/llama-server-[0-9a-f]{64}\/llama-b9999\/build\/bin\/llama-server$/);
    expect(again).toMatch(/bin\/llama-server$/);
    expect(asked).toBe(1);
  });

  it('may be what is fetched itself', async () => {
    const { found } = await fetched('llama-server', Buffer.from('#!/bin/sh\n'));
    expect(found).toMatch(/^\/llama-server-[0-9a-f]{64}\/llama-server$/);
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
    expect(left.filter((it) => /download|half|part/.test(it))).toEqual([]);
  });
});
