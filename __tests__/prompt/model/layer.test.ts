import { describe, expect, it } from 'vitest';
import { deadlineFromNow } from '../../../src/clients/deadline.ts';
import { ActionError } from '../../../src/domain/errors.ts';
import type { Conversation, Model } from '../../../src/domain/model.ts';
import { modelLayer } from '../../../src/prompt/model/layer.ts';
import { answering, calling, OPENING } from '../../fakes/model-replies.ts';
import { finding } from '../../fakes/reports.ts';

const FIVE_MINUTES = { kind: 'timeout', for: { all: true }, minutes: 5 };

describe('A model as a layer', () => {
  it('is told the opening, and gives a request', async () => {
    const told: Conversation[] = [];
    const model = { reply: async (conversation) => told.push(conversation) && calling([FIVE_MINUTES]) } satisfies Model;
    expect(await layerOf(model).propose(deadlineFromNow(1000))).toMatchObject({
      kind: 'request',
      request: { version: 1, intents: [FIVE_MINUTES] },
      usage: { inputTokens: 0, outputTokens: 0, costUsd: 0, calls: 0 },
    });
    expect(told).toEqual([OPENING]);
  });

  it('is told the findings as what its call came to', async () => {
    const told: Conversation[] = [];
    const model = { reply: async (conversation) => told.push(conversation) && calling([FIVE_MINUTES]) } satisfies Model;
    const answer = await layerOf(model).propose(deadlineFromNow(1000));
    if (answer.kind !== 'request') throw new Error(answer.kind);
    await answer.again?.([finding()], deadlineFromNow(1000));
    expect(told[1]?.turns).toEqual([
      ...OPENING.turns,
      { speaker: 'model', text: '', calls: calling([FIVE_MINUTES]).calls },
      { speaker: 'tool', call: 'call-1', text: expect.stringContaining('unpinned-uses: ') },
    ]);
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
    const refused = [{ rule: 'removes-tests', words: 'skip the tests' }];
    expect(await said(answering({ intents: [FIVE_MINUTES], questions: [], refused }))).toMatchObject({
      kind: 'refused',
      findings: [{ rule: 'removes-tests', level: 'error' }],
    });
  });

  it.each([
    ['no call', {}, 'called no tool'],
    ['a wrong number', calling([{ ...FIVE_MINUTES, minutes: 0 }]), 'at intents.0.minutes'],
    ['a key of its own', answering({ intents: [], questions: [], refused: [], permissions: {} }), 'the shape'],
    ['odd usage', calling([], { usage: 'much' }), 'no reply'],
    ['words', 'permissions: write-all', 'no reply'],
  ])('that answers %s has said nothing', async (_, answer, words) => {
    await expect(said(answer)).rejects.toMatchObject({
      code: 'MODEL_ANSWER_INVALID',
      message: expect.stringContaining(words),
    });
  });

  it('keeps the reason of ours, and gives every other one a code', async () => {
    const failing = (thrown: unknown) =>
      layerOf({ reply: () => Promise.reject(thrown) }).propose(deadlineFromNow(1000));
    await expect(failing(new ActionError('MODEL_FAILED', 'the key is wrong.'))).rejects.toThrow('the key is wrong.');
    await expect(failing('a word')).rejects.toMatchObject({ code: 'MODEL_FAILED', cause: 'a word' });
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

function layerOf(model: Model) {
  return modelLayer({ model, opening: OPENING, otherwise: [] });
}

function said(answer: unknown) {
  return layerOf({ reply: async () => answer }).propose(deadlineFromNow(1000));
}
