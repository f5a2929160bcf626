import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findAct } from '../../../rigs/act/act.ts';
import { httpServer } from '../../fakes/http-server.ts';
import { temporaryDirectory } from '../../fakes/repository.ts';
import { haveTools } from '../../tools.ts';
import { ANSWERS, standIn } from './servers.ts';
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

  it.each(['noise', 'hurried'] as const)(
    'may say anything that the schema lets it (%s): it is judged, and the run ends on a proven file',
    async (kind) => {
      using here = machine();
      llamaServer(join(here.bin, 'llama-server'));
      const model = { 'local-model': MODELS[kind], 'local-model-checksum': sha256(MODELS[kind]) };
      const run = await play(here, {
        with: { ...WORDS, ...model },
        after: 'pgrep -f llama_server.py || echo none left',
      });
      expectProven(run);
      // What it says is noise: it may be refused for that, and for nothing else.
      expect(run.outputs?.['fallback-reason']).toMatch(/^(|(MODEL_ANSWER_INVALID|NOT_PROVEN|REFUSED|QUESTIONS): .*)$/s);
      expect(run.log).toContain('none left');
    },
  );

  it('sees no input and no secret of the job', async () => {
    using here = machine();
    llamaServer(join(here.path, 'real-server'));
    const seen = join(here.path, 'seen');
    program(
      join(here.bin, 'llama-server'),
      `#!/bin/sh\nenv > '${seen}'\nexec '${join(here.path, 'real-server')}' "$@"\n`,
    );
    expectProven(
      await play(here, {
        with: { ...WORDS, 'local-model': MODELS.hurried, 'openai-api-key': 'sk-planted-secret' },
        environment: { RUNNER_TRACKING_ID: 'github_1' },
      }),
    );
    const environment = readFileSync(seen, 'utf8');
    expect(environment).not.toMatch(/planted|^(INPUT|ACTIONS|GITHUB|STATE)_/m);
    expect(environment).toMatch(/^RUNNER_TRACKING_ID=github_1$/m);
  });
});

describe.skipIf(!has)('A model on the same machine', () => {
  it('is not even started where a run before was given its answer', async () => {
    using here = machine();
    standIn(here, ANSWERS);
    const file = join(here.path, 'small.gguf');
    writeFileSync(file, 'GGUF');
    const model = { 'local-model': file, 'local-model-checksum': sha256(file) };
    const first = await play(here, { with: { ...WORDS, ...model } });
    expectProven(first);
    expect(first.outputs).toMatchObject({ source: 'model', 'model-calls': '1', 'kept-answers': '0', 'cost-usd': '0' });
    expect(first.log).toMatch(/What the model answered \(\d+ bytes\) is kept in the cache for later runs\./);

    // Nothing is installed there.
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

  it('is fetched with its server, once: a later run on another machine has the model from the cache', async () => {
    using here = machine();
    standIn({ bin: here.path }, ANSWERS);
    const release = archiveWith(here.path, 'llama-server', 'release/bin');
    const gguf = Buffer.from('GGUF');
    const files: Readonly<Record<string, Buffer>> = { '/release.tar.gz': release, '/small.gguf': gguf };
    await using server = await httpServer(({ url }, response) => void response.end(files[url]));
    const model = {
      'local-model': `${server.url}/small.gguf`,
      'local-model-checksum': digestOf(gguf),
      'local-server': `${server.url}/release.tar.gz`,
      'local-server-checksum': digestOf(release),
    };
    const first = await play(here, { with: { ...WORDS, ...model } });
    expectProven(first);
    expect(first.outputs).toMatchObject({ source: 'model', 'model-calls': '1' });
    expect(first.log).toMatch(/The model's file was fetched from 127\.0\.0\.1:\d+ \(4 bytes\)\./);
    expect(first.log).toContain("The folder of the model's files is kept in the cache for later runs.");

    using elsewhere = { ...machine(), cache: here.cache };
    const second = await play(elsewhere, { with: { ...WORDS, request: 'Lint all Go code', ...model } });
    expect(second.outputs).toMatchObject({ source: 'model', 'model-calls': '1' });
    expect(second.log).toContain("The model's files were in the cache (4 bytes).");
    expect(server.seen.map(({ url }) => url).sort()).toEqual(['/release.tar.gz', '/release.tar.gz', '/small.gguf']);
  });

  it('leaves for the end of the job what our own step has left, and nothing that an earlier one has set', async () => {
    using here = machine();
    const forged = { key: `agent-generate-answers-1-${'a'.repeat(64)}-${'b'.repeat(16)}`, text: '{}' };
    const run = await play(here, { with: {}, environment: { STATE_answers: JSON.stringify(forged) } });
    expectProven(run);
    expect(run.log).not.toContain('What the model answered');
    expect(here.cache.entries).toEqual([]);
  });

  it('is cited without the secrets of the job where its server fails', async () => {
    using here = machine();
    program(join(here.bin, 'llama-server'), '#!/bin/sh\necho "no such key: planted-secret" >&2\nexit 1\n');
    const file = join(here.path, 'small.gguf');
    writeFileSync(file, 'GGUF');
    const run = await play(here, { with: { ...WORDS, 'local-model': file } });
    expectProven(run);
    expect(run.outputs?.['fallback-reason']).toContain('the last that it said: no such key: ');
    expect(run.outputs?.['fallback-reason']).not.toContain('planted-secret');
  });

  it('is not kept where the cache is switched off', async () => {
    using here = machine();
    standIn(here, ANSWERS);
    const file = join(here.path, 'small.gguf');
    writeFileSync(file, 'GGUF');
    const model = { 'local-model': file, 'local-model-checksum': sha256(file), cache: 'false' };
    expect((await play(here, { with: { ...WORDS, ...model } })).outputs?.source).toBe('model');
    expect(here.cache.asked).toEqual([]);
  });
});

function sha256(path: string): string {
  return digestOf(readFileSync(path));
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function expectProven({ conclusion, outputs, log }: Played): void {
  expect(conclusion, log).toBe('success');
  expect(outputs).toMatchObject({ verdict: 'pass', 'workflow-path': '.github/workflows/generated.yml' });
}
