import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JobCache } from '../../../src/clients/cache/job-cache.ts';
import { deadlineFromNow } from '../../../src/clients/deadline.ts';
import { agentsFor } from '../../../src/clients/http/agents.ts';
import { startLocalModel } from '../../../src/clients/local-model/local-model.ts';
import type { Starting } from '../../../src/clients/local-model/running.ts';
import { fakeOllama, LAYER, MANIFEST_DIGEST } from '../../fakes/ollama.ts';
import { temporaryDirectory } from '../../fakes/repository.ts';

const MODEL = { runtime: 'ollama', name: 'small:1b', digest: null, program: null } as const;
const KEY = `agent-generate-model-1-${process.platform}-${process.arch}-ollama-0.32.15-small-1b-`;

/** A machine with Ollama, whose cache holds what `fill` puts into a folder. */
function machine(fill: ((kept: string) => void) | null = null, { says = '' } = {}) {
  const folder = temporaryDirectory();
  const asked: string[] = [];
  const cache: JobCache = {
    restore: async (to, { key }) => {
      asked.push(key);
      if (fill === null) return { kind: 'missing' };
      const kept = join(to, 'kept');
      mkdirSync(join(kept, 'blobs'), { recursive: true });
      fill(kept);
      return { kind: 'restored', key: `${KEY}${MANIFEST_DIGEST}` };
    },
    save: async () => ({ kind: 'saved' }),
  } satisfies JobCache;
  const bin = fakeOllama(folder.path, says);
  const starting: Starting = {
    cache,
    folder: join(folder.path, 'models'),
    temporary: folder.path,
    environment: { PATH: `${bin}:${process.env.PATH}`, HOME: folder.path, GITHUB_TOKEN: 'planted', INPUT_X: 'planted' },
    agents: agentsFor({}, 'LOCAL_MODEL_DOWNLOAD'),
    deadline: deadlineFromNow(30_000),
    onStarted: () => {},
    redacted: async (text) => text.replaceAll('planted', '***'),
  };
  return {
    ...folder,
    starting,
    asked,
    pulls: () => pullsOf(folder.path),
    kept: join(folder.path, 'models/ollama-small-1b/kept'),
  };
}

function pullsOf(folder: string): number {
  return existsSync(join(folder, 'pulls')) ? readFileSync(join(folder, 'pulls'), 'utf8').length : 0;
}

const blobOf = (kept: string) => join(kept, 'blobs', `sha256-${LAYER.sha256}`);

/** As an honest run has left it. */
function honest(kept: string): void {
  writeFileSync(blobOf(kept), LAYER.text);
}

describe('A model of Ollama', () => {
  it('is pulled where it is nowhere, and its folder is to be kept under its version and digest', async () => {
    using at = machine();
    const running = await startLocalModel(MODEL, at.starting);
    await using _server = running.server;
    expect(at.asked).toEqual([KEY]);
    expect(at.pulls()).toBe(1);
    expect(running).toMatchObject({
      name: 'small:1b',
      toKeep: { key: `${KEY}${MANIFEST_DIGEST}`, name: 'ollama-small-1b' },
      notes: [expect.stringMatching(/^The model small:1b was pulled \(\d+ bytes\)\.$/)],
    });
    expect(running.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
    expect(readFileSync(join(at.path, 'environment'), 'utf8')).not.toContain('planted');
  });

  it('is not pulled again where the cache has it, and nothing is to be kept', async () => {
    using at = machine(honest);
    const running = await startLocalModel(MODEL, at.starting);
    await using _server = running.server;
    expect(at.pulls()).toBe(0);
    expect(running.toKeep).toBeNull();
    expect(running.notes).toEqual([expect.stringMatching(/^The model's files were in the cache \(\d+ bytes\)\.$/)]);
  });

  it('is pulled again where what the cache has is not what its name says, and the next entry follows that one', async () => {
    using at = machine((kept) => writeFileSync(blobOf(kept), 'poison'));
    const running = await startLocalModel(MODEL, at.starting);
    await using _server = running.server;
    expect(readFileSync(blobOf(at.kept), 'utf8')).toBe(LAYER.text);
    expect(running.toKeep?.key).toBe(`${KEY}${MANIFEST_DIGEST}-2`);
    expect(running.notes).toContainEqual(
      "1 of the model's kept files were not what their names say; they were dropped and fetched again.",
    );
  });

  it('follows no link that an entry of the cache brings', async () => {
    using at = machine((kept) => {
      honest(kept);
      symlinkSync(at.path, join(kept, 'manifests'));
    });
    await using _server = (await startLocalModel(MODEL, at.starting)).server;
    expect(readdirSync(at.kept)).toEqual(['blobs']);
  });

  it('is not asked where its digest is another one', async () => {
    using at = machine(honest);
    const digest = 'f'.repeat(64);
    await expect(startLocalModel({ ...MODEL, digest }, at.starting)).rejects.toMatchObject({
      code: 'CHECKSUM_MISMATCH',
      message: `The model small:1b has the digest ${MANIFEST_DIGEST}, not ${digest}.`,
    });
  });

  it.each([
    [
      'pull model manifest: file does not exist',
      'LOCAL_MODEL_DOWNLOAD',
      /could not be pulled: pull model manifest: file does not exist\.$/,
    ],
    ['the token planted is wrong', 'LOCAL_MODEL_DOWNLOAD', /could not be pulled: the token \*\*\* is wrong\.$/],
    [
      'write /x/blobs/sha256-1: no space left on device',
      'LOCAL_MODEL_DISK_FULL',
      /The disk has no room for the model small:1b/,
    ],
  ])('that cannot be pulled says why: %s', async (says, code, message) => {
    using at = machine(null, { says });
    await expect(startLocalModel(MODEL, at.starting)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  it('is missing where Ollama is', async () => {
    using at = machine();
    const starting = { ...at.starting, environment: { PATH: at.path } };
    await expect(startLocalModel(MODEL, starting)).rejects.toMatchObject({
      code: 'LOCAL_MODEL_MISSING',
      message: expect.stringMatching(/^There is no ollama on PATH/),
    });
  });
});
