import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findAct } from '../../../rigs/act/act.ts';
import { type Answering, httpServer, type TestServer } from '../../fakes/http-server.ts';
import { say } from '../../fakes/model-server.ts';
import { haveTools } from '../../tools.ts';
import { machine, type Played, play } from './stage.ts';

const has = haveTools('act') && (await findAct()) !== undefined;
const KEY = 'sk-planted-secret-of-the-model';
const LINT = { kind: 'check', for: { ecosystem: 'go' }, check: 'lint', ensure: true };

const answers: Answering = (_, response) =>
  say(response, 'openai', { calls: [{ intents: [LINT], questions: [], refused: [] }] });

function inputs({ url }: TestServer, more: Readonly<Record<string, string>> = {}) {
  const model = { provider: 'openai', 'base-url': `${url}/v1`, model: 'small', 'openai-api-key': KEY };
  return { request: 'Lint the Go code', 'timeout-seconds': '60', ...model, ...more };
}

describe.skipIf(!has)('What a model has answered', () => {
  it('is asked once for the same words and facts, by whichever run and machine', async () => {
    await using server = await httpServer(answers);
    using first = machine();
    const one = await play(first, { with: inputs(server) });
    expect(one.outputs).toMatchObject({ verdict: 'pass', source: 'model', 'model-calls': '1', 'kept-answers': '0' });
    using second = { ...machine(), cache: first.cache };
    const two = await play(second, { with: inputs(server) });
    expect(two.outputs).toMatchObject({ verdict: 'pass', source: 'model', 'model-calls': '0', 'kept-answers': '1' });
    expect(two.outputs).toMatchObject({ 'input-tokens': '0', 'output-tokens': '0', 'cost-usd': '0' });
    expect(two.outputs?.['request-digest']).toBe(one.outputs?.['request-digest']);
    expect(server.seen).toHaveLength(1);
    // Nothing new was said, so nothing is kept again.
    expect(first.cache.entries).toHaveLength(1);
    for (const { key, archive } of first.cache.entries) expect(`${key}${textOf(archive)}`).not.toContain(KEY);
  });

  it('is asked again for other words, for another model, and where nothing is kept', async () => {
    await using server = await httpServer(answers);
    using here = machine();
    const runs: Played[] = [];
    for (const more of [{}, { request: 'Lint all Go code' }, { model: 'large' }, { cache: 'false' }])
      runs.push(await play(here, { with: inputs(server, more) }));
    expect(runs.map(({ outputs }) => outputs?.['model-calls'])).toEqual(['1', '1', '1', '1']);
    expect(here.cache.entries).toHaveLength(3);
  });

  it('is not kept where it is no answer, and the run ends on a proven file', async () => {
    await using server = await httpServer((_, response) => say(response, 'openai', { text: 'Sure!' }));
    using here = machine();
    const run = await play(here, { with: inputs(server) });
    expect(run.outputs).toMatchObject({ verdict: 'pass', source: 'read' });
    expect(here.cache.entries).toEqual([]);
  });
});

/** Where zstd packs it, its few bytes are as they are. */
function textOf(archive: Buffer): string {
  return (archive[0] === 0x1f ? gunzipSync(archive) : archive).toString('latin1');
}
