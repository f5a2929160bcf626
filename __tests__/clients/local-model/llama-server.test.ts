import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CacheResult, JobCache } from '../../../src/clients/cache/job-cache.ts';
import { deadlineFromNow } from '../../../src/clients/deadline.ts';
import { agentsFor } from '../../../src/clients/http/agents.ts';
import { startLocalModel } from '../../../src/clients/local-model/local-model.ts';
import type { Starting } from '../../../src/clients/local-model/running.ts';
import type { Started } from '../../../src/clients/local-model/stop.ts';
import type { LocalFile } from '../../../src/domain/local-model.ts';
import { program } from '../../e2e/local-model/stage.ts';
import { httpServer } from '../../fakes/http-server.ts';
import { temporaryDirectory } from '../../fakes/repository.ts';

const GGUF = 'GGUF and weights';
const SHA = createHash('sha256').update(GGUF).digest('hex');
/** In bytes; nothing of it lies on the disk. */
const ENDLESS = 2 ** 38;
const SECRET = 'planted-secret-of-this-job';
const KEY = `agent-generate-model-1-gguf-${SHA}`;

/** Is healthy, and tells with which words it was started. */
const HEALTHY = `#!${process.execPath}
const port = process.argv[process.argv.indexOf('--port') + 1];
require('node:http').createServer((_, response) => response.end(JSON.stringify(process.argv.slice(2)))).listen(Number(port), '127.0.0.1');
`;

interface Kept {
  /** The file that an entry of the cache has; null: there is no entry. */
  readonly text: string | null;
  readonly key?: string;
}

function machine(kept: Kept = { text: null }, { server = HEALTHY, milliseconds = 20_000 } = {}) {
  const folder = temporaryDirectory();
  const started: Started[] = [];
  const cache: JobCache = {
    restore: async (to): Promise<CacheResult> => {
      if (kept.text === null) return { kind: 'missing' };
      mkdirSync(join(to, 'kept'), { recursive: true });
      writeFileSync(join(to, 'kept', 'model.gguf'), kept.text);
      return { kind: 'restored', key: kept.key ?? KEY };
    },
    save: async () => ({ kind: 'saved' }),
  } satisfies JobCache;
  const bin = join(folder.path, 'bin');
  mkdirSync(bin);
  program(join(bin, 'llama-server'), server);
  const starting: Starting = {
    cache,
    folder: join(folder.path, 'models'),
    temporary: folder.path,
    environment: { PATH: `${bin}:${process.env.PATH}` },
    agents: agentsFor({}, 'LOCAL_MODEL_DOWNLOAD'),
    deadline: deadlineFromNow(milliseconds),
    onStarted: (server) => started.push(server),
    redacted: async (text) => text.replaceAll(SECRET, '***'),
  };
  const start = (file: LocalFile) => startLocalModel({ runtime: 'llama-server', file, program: null }, starting);
  return { ...folder, start, started };
}

async function fetching<T>(use: (file: LocalFile, seen: readonly unknown[]) => Promise<T>): Promise<T> {
  await using server = await httpServer((_, response) => void response.end(GGUF));
  return await use({ kind: 'fetched', url: `${server.url}/a.gguf`, sha256: SHA }, server.seen);
}

describe('A GGUF file in llama.cpp’s server', () => {
  it('listens on loopback alone, and is gone when it is given back', async () => {
    using at = machine();
    const path = join(at.path, 'a.gguf');
    writeFileSync(path, GGUF);
    const running = await at.start({ kind: 'path', path, sha256: null });
    const words = await (await fetch(running.baseUrl)).json();
    expect(words).toEqual([
      ...['--model', path, '--host', '127.0.0.1', '--port', new URL(running.baseUrl).port],
      ...['--ctx-size', '24576', '--parallel', '1', '--jinja'],
    ]);
    expect(running).toMatchObject({ toKeep: null, notes: [] });
    await running.server[Symbol.asyncDispose]();
    expect(spawnSync('pgrep', ['-f', path]).status).toBe(1);
  });

  it('comes from the cache where that has it', async () => {
    await fetching(async (file, seen) => {
      using at = machine({ text: GGUF });
      const running = await at.start(file);
      await using _server = running.server;
      expect(seen).toEqual([]);
      expect(running.toKeep).toBeNull();
      expect(running.notes).toEqual([`The model's files were in the cache (${GGUF.length} bytes).`]);
    });
  });

  it.each([
    ['the first', KEY, `${KEY}-2`],
    ['one that was replaced before', `${KEY}-2`, `${KEY}-3`],
  ])(
    'is fetched again where the entry of the cache, %s, is another file, and the next entry follows it',
    async (_, key, next) => {
      await fetching(async (file, seen) => {
        using at = machine({ text: 'poison', key });
        const running = await at.start(file);
        await using _server = running.server;
        expect(seen).toHaveLength(1);
        const folder = join(at.path, 'models', `gguf-${SHA}`);
        expect(running.toKeep).toEqual({ key: next, name: `gguf-${SHA}` });
        expect(readFileSync(join(folder, 'kept', 'model.gguf'), 'utf8')).toBe(GGUF);
        expect(running.notes).toContainEqual(
          'The kept file of the model was not what its checksum says; it was fetched again.',
        );
      });
    },
  );

  it.each([
    ['is not there', 'a.gguf', /does not exist \(ENOENT\)\.$/],
    ['is a folder', 'models', /is no regular file\.$/],
    ['is a pipe that nobody writes to', 'pipe', /is no regular file\.$/],
  ])('is not loaded without a checksum where it %s', async (_, name, message) => {
    using at = machine();
    mkdirSync(join(at.path, 'models'));
    spawnSync('mkfifo', [join(at.path, 'pipe')]);
    await expect(at.start({ kind: 'path', path: join(at.path, name), sha256: null })).rejects.toMatchObject({
      code: 'LOCAL_MODEL_MISSING',
      message: expect.stringMatching(message),
    });
    expect(at.started).toEqual([]);
  });

  it.each<[string, string | null, string, RegExp]>([
    ['is not there', null, 'LOCAL_MODEL_MISSING', /^The model's file, .*, does not exist \(ENOENT\)\.$/],
    ['is another one', 'other', 'CHECKSUM_MISMATCH', /has the SHA-256 [0-9a-f]{64}, not [0-9a-f]{64}\.$/],
  ])('is not loaded where it %s', async (_, text, code, message) => {
    using at = machine();
    const path = join(at.path, 'a.gguf');
    if (text !== null) writeFileSync(path, text);
    await expect(at.start({ kind: 'path', path, sha256: SHA })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect(at.started).toEqual([]);
  });

  it('is not read through where nobody gave a checksum', async () => {
    using at = machine();
    const path = join(at.path, 'a.gguf');
    writeFileSync(path, '');
    truncateSync(path, ENDLESS);
    const running = await at.start({ kind: 'path', path, sha256: null });
    await running.server[Symbol.asyncDispose]();
    expect(at.started).toHaveLength(1);
  });

  it('is given up where it cannot be read in time', async () => {
    using at = machine({ text: null }, { milliseconds: 300 });
    const path = join(at.path, 'a.gguf');
    writeFileSync(path, '');
    truncateSync(path, ENDLESS);
    await expect(at.start({ kind: 'path', path, sha256: SHA })).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  });

  it.each([
    ['what it said last', `key ${SECRET} is wrong`, 'key *** is wrong'],
    ['also across the end of what is told', `${'x'.repeat(190)}${SECRET}`, `${'x'.repeat(190)}***`],
    ['and nothing of a line whose beginning is not known', `${SECRET}${'x'.repeat(4090)}`, null],
    ['the last of a log that is long', `${'x'.repeat(9000)}\nno memory is left`, 'no memory is left'],
  ])('tells no secret: %s', async (_, printed, told) => {
    using at = machine({ text: null }, { server: `#!/bin/sh\necho '${printed}'\nexit 1\n` });
    const path = join(at.path, 'a.gguf');
    writeFileSync(path, GGUF);
    const words = told === null ? '' : `; the last that it said: ${told}`;
    await expect(at.start({ kind: 'path', path, sha256: SHA })).rejects.toMatchObject({
      message: `llama-server ended with the exit code 1 before it was ready${words}.`,
    });
  });

  it('is ended where it is not ready in time', async () => {
    using at = machine({ text: null }, { server: '#!/bin/sh\necho loading\nexec sleep 600\n', milliseconds: 1500 });
    const path = join(at.path, 'a.gguf');
    writeFileSync(path, GGUF);
    await expect(at.start({ kind: 'path', path, sha256: SHA })).rejects.toMatchObject({
      code: 'LOCAL_MODEL_FAILED',
      message: 'llama-server was not ready in time; the last that it said: loading.',
    });
    expect(() => process.kill(at.started[0]?.pid ?? 0, 0)).toThrow(expect.objectContaining({ code: 'ESRCH' }));
  });
});
