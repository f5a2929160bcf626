import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findAct } from '../../../rigs/act/act.ts';
import { httpServer } from '../../fakes/http-server.ts';
import { temporaryDirectory } from '../../fakes/repository.ts';
import { haveTools } from '../../tools.ts';
import { archiveWith, llamaServer, machine, type Played, play, program, writeModel } from './stage.ts';

const has = haveTools('llama-python') && (await findAct()) !== undefined;
const folder = temporaryDirectory();
const MODELS = { noise: join(folder.path, 'noise.gguf'), hurried: join(folder.path, 'hurried.gguf') };
const WORDS = { request: 'Lint the Go code', 'timeout-seconds': '60' };

describe.skipIf(!has)('A model on the same machine, served by llama.cpp’s own server', () => {
  beforeAll(() => {
    writeModel(MODELS.noise, 'noise');
    writeModel(MODELS.hurried, 'hurried');
    return () => folder[Symbol.dispose]();
  });

  it('answers by the schema, and what it says is proven; a later run with the same words does not even start it', async () => {
    using here = machine();
    llamaServer(join(here.bin, 'llama-server'));
    const model = { 'local-model': MODELS.hurried, 'local-model-checksum': sha256(MODELS.hurried) };
    const first = await play(here, {
      with: { ...WORDS, ...model },
      after: 'pgrep -f llama_server.py || echo none left',
    });
    expectProven(first);
    expect(first.outputs).toMatchObject({ source: 'model', 'model-calls': '1', 'kept-answers': '0', 'cost-usd': '0' });
    expect(Number(first.outputs?.['output-tokens'])).toBeGreaterThan(0);
    expect(first.log).toContain('none left');
    expect(first.log).toMatch(/What the model answered \(\d+ bytes\) is kept in the cache for later runs\./);

    using elsewhere = { ...machine(), cache: here.cache };
    const second = await play(elsewhere, { with: { ...WORDS, ...model } });
    expectProven(second);
    expect(second.outputs).toMatchObject({
      source: 'model',
      'model-calls': '0',
      'kept-answers': '1',
      'input-tokens': '0',
    });
    expect(second.log).toMatch(
      /The model was not asked again: what it says to this was kept by an earlier run \(\d+ bytes\)\./,
    );
    expect(second.outputs?.['request-digest']).toBe(first.outputs?.['request-digest']);
  });

  it('may talk noise: the run ends on a proven file all the same', async () => {
    using here = machine();
    llamaServer(join(here.bin, 'llama-server'));
    const run = await play(here, { with: { ...WORDS, 'local-model': MODELS.noise } });
    expectProven(run);
    expect(run.outputs?.['fallback-reason']).not.toMatch(/LOCAL_MODEL|MODEL_UNREACHABLE|MODEL_REQUEST/);
  });

  it('sees no input and no secret of the job', async () => {
    using here = machine();
    llamaServer(join(here.path, 'real-server'));
    const seen = join(here.path, 'seen');
    program(
      join(here.bin, 'llama-server'),
      `#!/bin/sh\nenv > '${seen}'\nexec '${join(here.path, 'real-server')}' "$@"\n`,
    );
    const run = await play(here, {
      with: { ...WORDS, 'local-model': MODELS.hurried, 'openai-api-key': 'sk-planted-secret' },
      environment: { RUNNER_TRACKING_ID: 'github_1' },
    });
    expect(run.outputs?.source).toBe('model');
    const environment = readFileSync(seen, 'utf8');
    expect(environment).not.toMatch(/planted|^(INPUT|ACTIONS|GITHUB|STATE)_/m);
    expect(environment).toMatch(/^RUNNER_TRACKING_ID=github_1$/m);
  });

  it('is fetched with its server, once: a later run on another machine has the model from the cache', async () => {
    using here = machine();
    llamaServer(join(here.path, 'llama-server'));
    const release = archiveWith(here.path, 'llama-server', 'release/bin');
    const files: Readonly<Record<string, Buffer>> = {
      '/release.tar.gz': release,
      '/hurried.gguf': readFileSync(MODELS.hurried),
    };
    await using server = await httpServer(({ url }, response) => void response.end(files[url]));
    const model = {
      'local-model': `${server.url}/hurried.gguf`,
      'local-model-checksum': sha256(MODELS.hurried),
      'local-server': `${server.url}/release.tar.gz`,
      'local-server-checksum': createHash('sha256').update(release).digest('hex'),
    };
    const first = await play(here, { with: { ...WORDS, ...model } });
    expectProven(first);
    expect(first.outputs).toMatchObject({ source: 'model', 'model-calls': '1' });
    expect(first.log).toMatch(/The model's file was fetched from 127\.0\.0\.1:\d+ \(\d+ bytes\)\./);
    expect(first.log).toContain("The folder of the model's files is kept in the cache for later runs.");

    using elsewhere = { ...machine(), cache: here.cache };
    const second = await play(elsewhere, { with: { ...WORDS, request: 'Test the Go code', ...model } });
    expect(second.outputs).toMatchObject({ source: 'model', 'model-calls': '1' });
    expect(second.log).toMatch(/The model's files were in the cache \(\d+ bytes\)\./);
    expect(server.seen.map(({ url }) => url).sort()).toEqual(['/hurried.gguf', '/release.tar.gz', '/release.tar.gz']);
  });

  it('is not kept where the cache is switched off', async () => {
    using here = machine();
    llamaServer(join(here.bin, 'llama-server'));
    const model = { 'local-model': MODELS.hurried, 'local-model-checksum': sha256(MODELS.hurried), cache: 'false' };
    expect((await play(here, { with: { ...WORDS, ...model } })).outputs?.source).toBe('model');
    expect(here.cache.asked).toEqual([]);
  });
});

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

function expectProven({ conclusion, outputs, log }: Played): void {
  expect(conclusion, log).toBe('success');
  expect(outputs).toMatchObject({ verdict: 'pass', 'workflow-path': '.github/workflows/generated.yml' });
}
