import { describe, expect, it } from 'vitest';
import { AnswerCache } from '../../../src/clients/cache/answers.ts';
import type { KeptText, TextResult } from '../../../src/clients/cache/text-cache.ts';
import { deadlineFromNow } from '../../../src/clients/deadline.ts';
import { type Conversation, type Model, ModelReplySchema } from '../../../src/domain/model.ts';

const OPENING: Conversation = {
  instructions: 'Say what is wanted.',
  tool: { name: 'answer', description: 'Says it.', input: { type: 'object' } },
  turns: [{ speaker: 'person', text: 'Lint the Go code' }],
  mostOutputTokens: 100,
};
const TOLD = [{ speaker: 'tool', call: 'a', text: 'No.' }] as const;
const REPAIR: Conversation = { ...OPENING, turns: [...OPENING.turns, ...TOLD] };
const ANSWERER = { protocol: 'openai', model: 'small', at: 'http://127.0.0.1' };
const USAGE = { inputTokens: 10, outputTokens: 5, costUsd: 1, calls: 1 };

/** A model that says how often it was asked. */
function model() {
  let calls = 0;
  const asked: Model = {
    reply: async () => {
      calls += 1;
      return { text: '', calls: [{ id: 'a', name: 'answer', input: { said: calls } }], stop: 'done', usage: USAGE };
    },
  } satisfies Model;
  return { asked, calls: () => calls };
}

function texts(restored: TextResult, seen: string[] = []): KeptText {
  return {
    restore: async (prefix) => {
      seen.push(prefix);
      return restored;
    },
    save: async () => ({ kind: 'saved' }),
  } satisfies KeptText;
}

function cached(
  asked: Model,
  restored: TextResult,
  { answerer = ANSWERER, accepts = true, seen = [] as string[] } = {},
) {
  const options = { texts: texts(restored, seen), answerer, accepts: () => accepts, deadline: deadlineFromNow(10_000) };
  return new AnswerCache(asked, options);
}

const say = (cache: AnswerCache, conversation = OPENING) => cache.reply(conversation, new AbortController().signal);

/** What a run keeps that has asked both. */
async function kept() {
  const cache = cached(model().asked, { kind: 'missing' });
  await say(cache);
  await say(cache, REPAIR);
  return cache.toKeep() ?? { key: '', text: '' };
}

describe('Answers of a model that were kept', () => {
  it('are given again, as no call and for nothing', async () => {
    const { asked, calls } = model();
    const cache = cached(asked, { kind: 'restored', text: (await kept()).text });
    expect(await say(cache)).toMatchObject({
      calls: [{ input: { said: 1 } }],
      usage: { inputTokens: 0, outputTokens: 0, costUsd: 0, calls: 0 },
    });
    expect(await say(cache, REPAIR)).toMatchObject({ calls: [{ input: { said: 2 } }] });
    expect(calls()).toBe(0);
    expect(cache.hits).toBe(2);
    expect(cache.notes).toEqual([expect.stringMatching(/^The model was not asked again: .* \(\d+ bytes\)\.$/)]);
    expect(cache.toKeep()).toBeNull();
  });

  it('are kept under what was said first, and the same ones have the same key', async () => {
    const [one, other] = [await kept(), await kept()];
    expect(one).toEqual(other);
    expect(one.key).toMatch(/^agent-generate-answers-1-[0-9a-f]{64}-[0-9a-f]{16}$/);
  });

  it('are looked for once, by words, model and server', async () => {
    const seen: string[] = [];
    const cache = cached(model().asked, { kind: 'missing' }, { seen });
    await say(cache);
    await say(cache, REPAIR);
    await say(cached(model().asked, { kind: 'missing' }, { seen, answerer: { ...ANSWERER, model: 'large' } }));
    await say(cached(model().asked, { kind: 'missing' }, { seen, answerer: { ...ANSWERER, at: 'elsewhere' } }));
    await say(cached(model().asked, { kind: 'missing' }, { seen }), { ...OPENING, instructions: 'Say it.' });
    expect(new Set(seen).size).toBe(4);
    expect(seen).toHaveLength(4);
  });

  it('stay in the next entry beside what is said anew', async () => {
    const first = cached(model().asked, { kind: 'missing' });
    await say(first);
    const second = cached(model().asked, { kind: 'restored', text: first.toKeep()?.text ?? '' });
    await say(second);
    await say(second, REPAIR);
    const third = cached(model().asked, { kind: 'restored', text: second.toKeep()?.text ?? '' });
    await say(third);
    await say(third, REPAIR);
    expect([second.hits, third.hits]).toEqual([1, 2]);
  });

  it('are kept with those that were no answers and had to be given again', async () => {
    const cache = new AnswerCache(model().asked, {
      texts: texts({ kind: 'missing' }),
      answerer: ANSWERER,
      accepts: ({ calls }) => JSON.stringify(calls).includes('2'),
      deadline: deadlineFromNow(10_000),
    });
    await say(cache);
    expect(cache.toKeep()).toBeNull();
    await say(cache, REPAIR);
    expect(cache.toKeep()?.text.match(/"to":/g)).toHaveLength(2);
  });

  it('are kept without the words beside a call, and are found all the same by what is said after them', async () => {
    const said: Model = {
      reply: async () => ({ text: 'Well, let me see.', calls: [{ id: 'a', name: 'answer', input: {} }], usage: USAGE }),
    } satisfies Model;
    /** As the layer tells the model what it has said itself. */
    const both = async (cache: AnswerCache) => {
      const { text, calls } = ModelReplySchema.parse(await say(cache));
      await say(cache, { ...REPAIR, turns: [...OPENING.turns, { speaker: 'model', text, calls }, ...TOLD] });
    };
    const first = cached(said, { kind: 'missing' });
    await both(first);
    const { text } = first.toKeep() ?? { text: '' };
    expect(text).not.toContain('Well');
    const second = cached(said, { kind: 'restored', text });
    await both(second);
    expect(second.hits).toBe(2);
  });

  it('are kept with their words where there is no call', async () => {
    const cache = cached({ reply: async () => ({ text: 'Well.' }) }, { kind: 'missing' });
    await say(cache);
    expect(cache.toKeep()?.text).toContain('Well.');
  });

  it('are not kept where there is no answer among them', async () => {
    const cache = cached(model().asked, { kind: 'missing' }, { accepts: false });
    await say(cache);
    expect(cache.toKeep()).toBeNull();
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ['is no JSON', () => '<html>', /is no JSON/],
    ['is empty', () => '', /is no JSON/],
    ['is other JSON', () => '{"answers":[]}', /has not the shape of one/],
    ['has more than it should', (text) => text.replace('{', '{"more":1,'), /has not the shape of one/],
    ['is of another form', (text) => text.replace('"form":1', '"form":2'), /answers something else/],
    [
      'answers something else',
      (text) => text.replace(/"opening":"[0-9a-f]{64}"/, `"opening":"${'0'.repeat(64)}"`),
      /answers something else/,
    ],
  ])('are dropped and told where the entry %s', async (_, poison, why) => {
    const { asked, calls } = model();
    const cache = cached(asked, { kind: 'restored', text: poison((await kept()).text) });
    expect(await say(cache)).toMatchObject({ usage: USAGE });
    expect(calls()).toBe(1);
    expect(cache.notes).toEqual([expect.stringMatching(why)]);
    expect(cache.toKeep()).not.toBeNull();
  });

  it.each([
    ['something is no reply', true, 7],
    ['nothing is an answer', false, { text: 'Hello' }],
  ])('are dropped and told where %s', async (_, accepts, reply) => {
    const { asked, calls } = model();
    const entry = JSON.parse((await kept()).text) as { readonly answers: readonly object[] };
    const answers = entry.answers.map((answer) => ({ ...answer, reply }));
    const cache = cached(asked, { kind: 'restored', text: JSON.stringify({ ...entry, answers }) }, { accepts });
    await say(cache);
    expect(calls()).toBe(1);
    expect(cache.notes).toEqual([
      expect.stringMatching(/^Kept answers of the model were dropped, and the model was asked: .*the entry/),
    ]);
  });

  it('that cannot be looked at are told, and the model is asked', async () => {
    const { asked, calls } = model();
    const cache = cached(asked, { kind: 'failed', why: 'its service did not answer in time' });
    await say(cache);
    expect(calls()).toBe(1);
    expect(cache.notes).toEqual([
      'Kept answers of the model could not be looked at: its service did not answer in time.',
    ]);
  });
});
