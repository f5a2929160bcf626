import { expect } from 'vitest';
import { httpServer } from '../../fakes/http-server.ts';
import { refuse, say } from '../../fakes/model-server.ts';
import { KEY } from '../models/running.ts';
import { GOOD, WORDS } from '../models/said.ts';
import { expectProven, GO, type Scene } from './scenario.ts';
import type { Result, Stage } from './stage.ts';

const MODEL = { request: WORDS, provider: 'anthropic', model: 'the-model', 'anthropic-api-key': KEY };

/** Nowhere the key, whoever was told it. */
async function expectNoKey({ log, summary }: Result, stage: Stage): Promise<void> {
  const comments = (await stage.comments()).map(({ body }) => body);
  for (const text of [log, summary ?? '', ...comments]) expect(text).not.toContain(KEY);
}

/** Words that a model reads. */
export function models(scene: Scene): void {
  scene('Words are read by a model that has a key, and the comment says what that took.', async (stage) => {
    await using server = await httpServer((_, response) => say(response, 'anthropic', { calls: [GOOD] }));
    const result = await stage.run({ with: { ...MODEL, 'base-url': server.url } });
    expectProven(result);
    expect(result.outputs).toMatchObject({
      source: 'model',
      'input-tokens': '10',
      'output-tokens': '5',
      'cost-usd': '',
    });
    expect(result.summary).toContain('A model was asked once: 10 tokens read, 5 written, cost not known');
    expect(server.seen).toHaveLength(1);
    await expectNoKey(result, stage);
  });

  scene(
    'What it costs is said where the configuration has a price.',
    async (stage) => {
      await using server = await httpServer((_, response) => say(response, 'anthropic', { calls: [GOOD] }));
      const result = await stage.run({ with: { ...MODEL, 'base-url': server.url, 'max-cost-usd': '1' } });
      expectProven(result);
      expect(result.outputs).toMatchObject({ source: 'model', 'cost-usd': '0.00007' });
      expect(result.summary).toContain('5 written, $0.00007');
    },
    {
      base: {
        '.github/agent-generate.yml': 'version: 1\nsettings:\n  prices: { the-model: { input: 2, output: 10 } }\n',
      },
      head: GO.head,
    },
  );

  scene(
    'A model that is not asked for want of a price leaves the words to our own reader, and says so.',
    async (stage) => {
      await using server = await httpServer((_, response) => say(response, 'anthropic', { calls: [GOOD] }));
      const result = await stage.run({ with: { ...MODEL, 'base-url': server.url, 'max-cost-usd': '1' } });
      expectProven(result);
      expect(result.outputs).toMatchObject({ source: 'read', 'cost-usd': '0' });
      expect(result.outputs?.['fallback-reason']).toMatch(
        /^MODEL_BUDGET_SPENT: .*settings.prices has no price of the-model/,
      );
      expect(server.seen).toHaveLength(0);
    },
  );

  scene('A model that refuses the key leaves the words to our own reader, and the comment says why.', async (stage) => {
    await using server = await httpServer((_, response) => refuse(response, 401, { message: `no such key: ${KEY}` }));
    const result = await stage.run({ with: { ...MODEL, 'base-url': server.url } });
    expectProven(result);
    expect(result.outputs).toMatchObject({ source: 'read' });
    expect(result.summary).toContain('answered 401');
    await expectNoKey(result, stage);
  });

  scene(
    'A job without the key, such as that of a fork, is green, and says that a model was not asked.',
    async (stage) => {
      const result = await stage.run({ with: { request: WORDS, provider: 'openai' } });
      expectProven(result);
      expect(result.outputs).toMatchObject({ source: 'read' });
      expect(result.outputs?.['fallback-reason']).toMatch(/^MODEL_KEY_MISSING: .*openai-api-key is empty/);
    },
  );

  scene('Without words no model is asked, whatever it is.', async (stage) => {
    await using server = await httpServer((_, response) => say(response, 'anthropic', { calls: [GOOD] }));
    const result = await stage.run({ with: { ...MODEL, request: '', 'base-url': server.url } });
    expectProven(result);
    expect(result.outputs).toMatchObject({ source: 'detected', 'fallback-reason': '' });
    expect(server.seen).toHaveLength(0);
  });

  scene('A server without a name for its protocol is refused in one sentence, and nothing is asked.', async (stage) => {
    const result = await stage.run({ with: { request: WORDS, 'base-url': 'http://127.0.0.1:9' } });
    expect(result.conclusion).toBe('failure');
    expect(result.log).toContain('base-url needs provider, which says the protocol that the server speaks');
    expect(result.outputs).toMatchObject({ verdict: 'error' });
  });
}
