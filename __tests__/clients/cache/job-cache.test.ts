import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startArtifacts } from '../../../rigs/github/artifacts.ts';
import { type CacheStore, cacheStore } from '../../../rigs/github/cache.ts';
import { jobCache } from '../../../src/clients/cache/job-cache.ts';
import { textCache } from '../../../src/clients/cache/text-cache.ts';
import { deadlineFromNow } from '../../../src/clients/deadline.ts';
import { archiveOf } from '../../fakes/archives.ts';
import { dist } from '../../fakes/built.ts';
import { temporaryDirectory } from '../../fakes/repository.ts';

const KEY = 'agent-generate-test-1';

/** A job with the service of `store`, and two folders of its machine. */
async function job(store: CacheStore, environment: Readonly<Record<string, string>> = {}) {
  const service = await startArtifacts(store);
  const folder = temporaryDirectory();
  const [from, to] = [join(folder.path, 'from'), join(folder.path, 'to')];
  for (const path of [from, to]) mkdirSync(path);
  const cache = jobCache(pathToFileURL(`${dist}cache.js`), {
    PATH: process.env.PATH,
    RUNNER_TEMP: folder.path,
    ACTIONS_RUNTIME_TOKEN: 'token',
    ACTIONS_CACHE_SERVICE_V2: 'true',
    ACTIONS_RESULTS_URL: service.url,
    GITHUB_SERVER_URL: 'https://github.com',
    ...environment,
  });
  return {
    path: folder.path,
    from,
    to,
    cache,
    [Symbol.asyncDispose]: async () => {
      await service[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

const soon = () => deadlineFromNow(30_000);
const PREFIX = { key: 'agent-generate-test-', prefixes: ['agent-generate-test-'] };

describe('The cache of a job', () => {
  it('gives a folder back to a later run, wherever it lies, by the beginning of its key', async () => {
    await using at = await job(cacheStore());
    mkdirSync(join(at.from, 'kept', 'blobs'), { recursive: true });
    writeFileSync(join(at.from, 'kept', 'blobs', 'one'), 'noise');
    expect(await at.cache.save(at.from, KEY, soon())).toEqual({ kind: 'saved' });
    expect(await at.cache.restore(at.to, PREFIX, soon())).toEqual({ kind: 'restored', key: KEY });
    expect(readFileSync(join(at.to, 'kept', 'blobs', 'one'), 'utf8')).toBe('noise');
  });

  it('keeps an entry for ever: the same key is not saved again, and it is told', async () => {
    await using at = await job(cacheStore());
    mkdirSync(join(at.from, 'kept'));
    await at.cache.save(at.from, KEY, soon());
    expect(await at.cache.save(at.from, KEY, soon())).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/Unable to reserve cache/),
    });
  });

  it('tells its process what it needs of the environment, and nothing else of the job', async () => {
    using folder = temporaryDirectory();
    const program = join(folder.path, 'program.mjs');
    writeFileSync(program, "process.once('message', () => process.send(process.env, () => process.disconnect()));\n");
    const environment = { PATH: process.env.PATH, ACTIONS_RUNTIME_TOKEN: 'token', 'INPUT_ANTHROPIC-API-KEY': 'key' };
    const told = await jobCache(pathToFileURL(program), environment).save(join(folder.path, 'from'), KEY, soon());
    expect(Object.keys(told).filter((name) => !name.startsWith('__CF_'))).toEqual(
      expect.arrayContaining(['ACTIONS_RUNTIME_TOKEN', 'PATH']),
    );
    expect(told).not.toHaveProperty('INPUT_ANTHROPIC-API-KEY');
  });

  it('says where it has nothing', async () => {
    await using at = await job(cacheStore());
    expect(await at.cache.restore(at.to, PREFIX, soon())).toEqual({ kind: 'missing' });
  });

  it('says where its service refuses, is out of order, or is not there', async () => {
    const store = cacheStore();
    await using at = await job(store);
    store.fail(403);
    expect(await at.cache.restore(at.to, PREFIX, soon())).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/403/),
    });
    store.fail(500);
    const late = { kind: 'failed', why: 'its service did not answer in time' };
    expect(await at.cache.restore(at.to, PREFIX, deadlineFromNow(1500))).toEqual(late);
    await using none = await job(store, { ACTIONS_RUNTIME_TOKEN: '' });
    expect(await none.cache.restore(none.to, PREFIX, soon())).toEqual({
      kind: 'failed',
      why: 'this job has no cache service',
    });
  });

  it.each<[string, (path: string) => string]>([
    ['a path from the root', (path) => join(path, 'absolute')],
    ['a path that goes up', () => '../beside'],
    ['a path that goes up from below', () => 'kept/../../beside'],
  ])('lets %s in an entry of somebody else lead nowhere', async (_, outside) => {
    const store = cacheStore();
    await using at = await job(store);
    mkdirSync(join(at.from, 'kept'));
    await at.cache.save(at.from, KEY, soon());
    const [honest] = store.entries;
    if (honest === undefined) throw new Error('nothing was saved');
    const evil = outside(at.path);
    store.put({
      ...honest,
      key: `${KEY}-evil`,
      archive: archiveOf(at.path, { 'kept/good': 'good', [evil]: 'evil' }, honest.archive),
    });
    await at.cache.restore(at.to, { key: `${KEY}-evil`, prefixes: [] }, soon());
    expect(readFileSync(join(at.to, 'kept', 'good'), 'utf8')).toBe('good');
    expect(existsSync(resolve(at.to, evil))).toBe(false);
  });

  it.each([
    ['as long as one may be', 1024 * 1024, 1024 * 1024],
    ['longer', 1024 * 1024 + 1, 0],
  ])('takes a text that is %s: of %i characters %i', async (_, length, taken) => {
    await using at = await job(cacheStore());
    const texts = textCache(at.cache, at.path);
    await texts.save(KEY, 'x'.repeat(length), soon());
    expect(await texts.restore('agent-generate-test-', soon())).toEqual({ kind: 'restored', text: 'x'.repeat(taken) });
  });

  it('takes no text through a link', async () => {
    const store = cacheStore();
    await using at = await job(store);
    writeFileSync(join(at.path, 'secret'), 'secret');
    mkdirSync(join(at.from, 'kept'));
    symlinkSync(join(at.path, 'secret'), join(at.from, 'kept', 'text'));
    await at.cache.save(at.from, KEY, soon());
    expect(await textCache(at.cache, at.path).restore('agent-generate-test-', soon())).toEqual({
      kind: 'restored',
      text: '',
    });
  });
});
