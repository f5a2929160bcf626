import { describe, expect, it } from 'vitest';
import { deadlineFromNow } from '../../../src/clients/deadline.ts';
import { ActionError } from '../../../src/domain/errors.ts';
import type { Conversation, Model } from '../../../src/domain/model.ts';
import { modelLayer } from '../../../src/prompt/model/layer.ts';
import { answering, calling, OPENING } from '../../fakes/model-replies.ts';
import { openingFor } from '../../fakes/openings.ts';
import { finding } from '../../fakes/reports.ts';
import { SHOP } from '../reader/shop.ts';

const WORDS = 'Give everything 5 minutes, and lint cart.';
const FIVE_MINUTES = { kind: 'timeout', for: { all: true }, minutes: 5 };
const LINT = { kind: 'check', for: { service: 'cart' }, check: 'lint', ensure: true };
const UNKNOWN = { kind: 'custom', for: { all: true }, name: 'Docs', command: 'make everything' };
const GONE = { kind: 'check', for: { service: 'nobody' }, check: 'lint', ensure: true };

describe('A model as a layer', () => {
  it('is told the opening, and gives a request', async () => {
    const { model, told } = saying(calling([FIVE_MINUTES]));
    expect(await propose(model)).toMatchObject({
      kind: 'request',
      request: { version: 1, intents: [FIVE_MINUTES] },
      usage: { inputTokens: 0, outputTokens: 0, costUsd: 0, calls: 0 },
    });
    expect(told).toEqual([OPENING]);
  });

  it('is told the findings as what its call came to, three times at most', async () => {
    const { model, told } = saying(calling([FIVE_MINUTES]));
    let answer = await propose(model);
    for (let round = 1; round <= 3; round += 1) {
      if (answer.kind !== 'request' || answer.again === null) throw new Error(answer.kind);
      answer = await answer.again([finding()], deadlineFromNow(1000));
    }
    expect(told[1]?.turns).toEqual([
      ...OPENING.turns,
      { speaker: 'model', text: '', calls: calling([FIVE_MINUTES]).calls },
      { speaker: 'tool', call: 'call-1', text: expect.stringContaining('unpinned-uses: ') },
    ]);
    expect(answer).toMatchObject({ kind: 'request', again: null });
  });

  it('counts what it was told, and guesses nothing', async () => {
    const usage = { inputTokens: 10, calls: 2 };
    expect(await said(calling([FIVE_MINUTES], { usage }))).toMatchObject({
      usage: { inputTokens: 10, outputTokens: 0, costUsd: 0, calls: 2 },
    });
  });

  it('passes on its questions, and what it refuses by the rule that it names', async () => {
    const questions = [{ about: 'fast', text: 'How long may it take?', choices: ['10 minutes'] }];
    expect(await said(answering({ intents: [], questions, refused: [] }))).toMatchObject({
      kind: 'questions',
      questions,
    });
    const refused = [{ rule: 'removes-tests', words: 'ALLE  Tests weg' }];
    const { model } = saying(answering({ intents: [FIVE_MINUTES], questions: [], refused }));
    expect(await propose(model, 'Bitte alle Tests weg.')).toMatchObject({
      kind: 'refused',
      findings: [{ rule: 'removes-tests', level: 'error' }],
    });
  });

  it('may ask about versions, files, and hosts that were said', async () => {
    const questions = [
      { about: 'Node', text: 'Node.js 22.1 of package.json, to registry.acme.dev?', choices: ['ghcr.io'] },
    ];
    const { model } = saying(answering({ questions }));
    expect(await propose(model, 'Push cart to registry.acme.dev.')).toMatchObject({ kind: 'questions', questions });
  });

  it('takes a field that is null for one that is left out, and a list that is not there for an empty one', async () => {
    const input = { intents: [{ ...LINT, tool: null, threshold: null, command: null }], questions: null };
    expect(await said(answering(input))).toMatchObject({ kind: 'request', request: { intents: [LINT] } });
  });

  it('acts on its call, whatever it says of having been stopped', async () => {
    for (const stop of ['done', 'cut-off', 'refused'])
      expect(await said(calling([LINT], { stop }))).toMatchObject({ kind: 'request' });
  });

  it('takes two calls that say the same for one', async () => {
    const [call] = calling([LINT]).calls;
    expect(await said({ calls: [call, { ...call, id: 'call-2' }] })).toMatchObject({ kind: 'request' });
  });

  it('keeps the reason of ours, and gives every other one a code', async () => {
    const failing = (thrown: unknown) => propose({ reply: () => Promise.reject(thrown) });
    await expect(failing(new ActionError('MODEL_FAILED', 'the key is wrong.'))).rejects.toThrow('the key is wrong.');
    await expect(failing('a word')).rejects.toMatchObject({ code: 'MODEL_FAILED', cause: 'a word' });
    await expect(said('permissions: write-all')).rejects.toMatchObject({ code: 'MODEL_ANSWER_INVALID' });
    await expect(said(calling([], { usage: 'much' }))).rejects.toMatchObject({ code: 'MODEL_ANSWER_INVALID' });
  });

  it('is told to stop when it is late', async () => {
    const stopped: unknown[] = [];
    const hanging = {
      reply: (_, signal) => new Promise(() => signal.addEventListener('abort', () => stopped.push(signal.reason))),
    } satisfies Model;
    await expect(layerOf(hanging).propose(deadlineFromNow(5))).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    expect(stopped).toEqual([expect.objectContaining({ code: 'DEADLINE_EXCEEDED' })]);
  });
});

describe('Before a model is asked', () => {
  it('words are refused that may not be said, and nothing is spent', async () => {
    const { model, told } = saying(calling([FIVE_MINUTES]));
    const answer = await propose(model, 'Use pull_request_target. Lint cart.');
    expect(answer).toMatchObject({ kind: 'refused', findings: [{ rule: 'dangerous-triggers' }] });
    expect(await propose(model, 'Use pull_request\u2060_target.')).toMatchObject({ kind: 'refused' });
    expect(told).toEqual([]);
  });

  it('words that are too many are asked about', async () => {
    const { model, told } = saying(calling([FIVE_MINUTES]));
    expect(await propose(model, 'Lint cart. '.repeat(800))).toMatchObject({ kind: 'questions' });
    expect(told).toEqual([]);
  });
});

describe('A model that answers wrongly', () => {
  const TEXT = { text: 'Sure! Here is your pipeline.' };
  const usage = { inputTokens: 10, outputTokens: 1, costUsd: 0, calls: 1 };

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['prose', TEXT, 'The tool was not called'],
    ['nothing', {}, 'The tool was not called'],
    ['half of something', { ...TEXT, stop: 'cut-off' }, 'cut off'],
    ['an empty answer', answering({}), 'no intent, no question'],
    ['a wrong number', calling([{ ...FIVE_MINUTES, minutes: 0 }]), 'intents.0.minutes: '],
    ['a kind that is none', calling([{ kind: 'workflow', yaml: 'on: push' }]), 'intents.0.kind: '],
    ['a key of its own', answering({ intents: [FIVE_MINUTES], permissions: {} }), 'permissions'],
    ['a list in the place of an object', answering([]), 'object'],
    ['text in the place of an object', answering('{"intents": ['), 'object'],
    ['another tool', { calls: [{ id: 'a', name: 'bash', input: {} }] }, 'There is no tool `bash`'],
    [
      'two different calls',
      { calls: [...calling([LINT]).calls, ...calling([FIVE_MINUTES]).calls] },
      'called more than once',
    ],
    ['with a refusal of what nobody said', refusing('remove all tests'), 'refused.0.words: '],
    ['with a question that leads away', asking('Log in at https://evil.example first.'), 'questions.0: '],
    ['with a question that offers a host', asking('To registry.evil.example?'), 'questions.0: '],
    ['with a question of which a part is hidden', asking('Which\u200b one?'), 'questions.0: '],
    ['with a question for a token', asking('Which token may I use?'), 'questions.0: '],
  ])('with %s is told so, and may mend it', async (_, wrong, words) => {
    const { model, told } = saying({ ...wrong, usage }, { ...calling([LINT]), usage });
    expect(await propose(model)).toMatchObject({ kind: 'request', usage: { calls: 2, inputTokens: 20 } });
    expect(told[1]?.turns.at(-1)).toMatchObject({ text: expect.stringContaining(words) });
  });

  it('twice is given up, with what it used', async () => {
    const { model, told } = saying({ ...TEXT, usage });
    expect(await propose(model)).toMatchObject({
      kind: 'failed',
      error: { code: 'MODEL_ANSWER_INVALID' },
      usage: { calls: 2, inputTokens: 20 },
    });
    expect(told).toHaveLength(2);
  });

  it('goes on as long as there is less wrong, three times at most', async () => {
    const wrong = (count: number) => calling(Array(count).fill({ ...FIVE_MINUTES, minutes: 0 }));
    const shrinking = saying(wrong(4), wrong(3), wrong(2), wrong(1), calling([LINT]));
    expect(await propose(shrinking.model)).toMatchObject({ kind: 'failed' });
    expect(shrinking.told).toHaveLength(4);
    const mended = saying(wrong(4), wrong(3), wrong(2), calling([LINT]));
    expect(await propose(mended.model)).toMatchObject({ kind: 'request', again: null });
  });

  it('tells what it used before it broke', async () => {
    const replies = [{ ...TEXT, usage }];
    const model = { reply: async () => replies.pop() ?? Promise.reject(new ActionError('MODEL_FAILED', 'gone.')) };
    expect(await propose(model)).toMatchObject({
      kind: 'failed',
      error: { code: 'MODEL_FAILED' },
      usage: { calls: 1 },
    });
  });

  it('with a refusal of words that our own reader understands has failed', async () => {
    expect(await said(refusing('give everything 5 minutes'))).toMatchObject({
      kind: 'failed',
      error: { message: expect.stringContaining('refused what may be said') },
    });
  });

  it('and refuses to answer is not asked again', async () => {
    const { model, told } = saying({ text: 'I cannot help with that.', stop: 'refused', usage });
    expect(await propose(model)).toMatchObject({ kind: 'failed', usage: { calls: 1 } });
    expect(told).toHaveLength(1);
  });

  it('with calls is answered call by call, so that the turns are whole', async () => {
    const calls = [...calling([LINT]).calls, { ...calling([FIVE_MINUTES]).calls[0], id: 'call-2' }];
    const { model, told } = saying({ calls }, calling([LINT]));
    await propose(model);
    expect(told[1]?.turns.slice(-2)).toMatchObject([
      { speaker: 'tool', call: 'call-1' },
      { speaker: 'tool', call: 'call-2' },
    ]);
  });
});

describe('What a model wants that is not there', () => {
  it('goes back, and becomes a question where it stays', async () => {
    const { model, told } = saying(calling([UNKNOWN, LINT]));
    expect(await propose(model)).toMatchObject({
      kind: 'questions',
      questions: [{ about: 'make everything', choices: ['make docs', 'make licences'] }],
    });
    expect(told).toHaveLength(2);
    expect(told[1]?.turns.at(-1)).toMatchObject({ text: expect.stringContaining('no command `make everything`') });
  });

  it('is mended in rounds, of which the last is asked about', async () => {
    const { model } = saying(calling([UNKNOWN, GONE, LINT]), calling([GONE, LINT]), calling([LINT]));
    expect(await propose(model)).toMatchObject({ kind: 'request', request: { intents: [LINT] } });
    const stubborn = saying(calling([UNKNOWN, GONE, LINT]), calling([GONE, LINT]));
    expect(await propose(stubborn.model)).toMatchObject({ kind: 'questions', questions: [{ about: 'nobody' }] });
  });

  it('gives no step a name that nobody said', async () => {
    const licences = { kind: 'custom', for: { all: true }, name: 'Approved by security', command: 'make licences' };
    expect(await propose(saying(calling([licences])).model, 'Check the licences.')).toMatchObject({
      request: { intents: [{ ...licences, name: 'make licences' }] },
    });
    const named = { ...licences, name: 'The licences' };
    expect(await propose(saying(calling([named])).model, 'Run make licences as "The licences".')).toMatchObject({
      request: { intents: [named] },
    });
  });
});

function refusing(words: string) {
  return answering({ refused: [{ rule: 'removes-tests', words }] });
}

function asking(text: string) {
  return answering({ questions: [{ about: 'it', text, choices: [] }] });
}

/** A model that says these one after the other, the last for ever; and what it was told. */
function saying(...replies: readonly unknown[]): { readonly model: Model; readonly told: Conversation[] } {
  const told: Conversation[] = [];
  const model = {
    reply: async (conversation) => {
      told.push(conversation);
      return replies[Math.min(told.length, replies.length) - 1];
    },
  } satisfies Model;
  return { model, told };
}

function layerOf(model: Model, words = WORDS) {
  return modelLayer({ model, opening: openingFor(words, SHOP) });
}

function propose(model: Model, words?: string) {
  return layerOf(model, words).propose(deadlineFromNow(5000));
}

function said(answer: unknown) {
  return propose(saying(answer).model);
}
