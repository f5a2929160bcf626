import { describe, expect, it } from 'vitest';
import { deadlineFromNow } from '../../src/clients/deadline.ts';
import { ActionError } from '../../src/domain/errors.ts';
import type { Model, Prompt } from '../../src/domain/model.ts';
import { modelLayer } from '../../src/prompt/model-layer.ts';
import { finding } from '../fakes/reports.ts';

const REQUEST = { version: 1, intents: [{ kind: 'timeout', for: { all: true }, minutes: 5 }] };

describe('A model as a layer', () => {
  it('is told the findings in the words of its caller, and gives a request', async () => {
    const told: Prompt[] = [];
    const model = { fill: async (prompt) => told.push(prompt) && { request: REQUEST } } satisfies Model;
    const layer = modelLayer(model, (findings) => ({
      instructions: 'x',
      words: findings.map(({ rule }) => rule).join(),
    }));
    expect(await layer.propose([finding()], deadlineFromNow(1000))).toMatchObject({
      kind: 'request',
      request: REQUEST,
      usage: { inputTokens: 0, outputTokens: 0, costUsd: 0, calls: 0 },
    });
    expect(told).toEqual([{ instructions: 'x', words: 'unpinned-uses' }]);
  });

  it('counts what it was told, and guesses nothing', async () => {
    const usage = { inputTokens: 10, calls: 2 };
    expect(await said({ request: REQUEST, usage })).toMatchObject({
      usage: { inputTokens: 10, outputTokens: 0, costUsd: 0, calls: 2 },
    });
  });

  it.each([
    ['no request', {}, 'not a request of version 1.'],
    [
      'a wrong number',
      { request: { ...REQUEST, intents: [{ ...REQUEST.intents[0], minutes: 0 }] } },
      'at intents.0.minutes',
    ],
    ['a key of its own', { request: { ...REQUEST, permissions: {} } }, 'not a request'],
    ['odd usage', { request: REQUEST, usage: 'much' }, 'not a request'],
    ['words', 'permissions: write-all', 'not a request'],
  ])('that answers %s has said nothing', async (_, answer, words) => {
    await expect(said(answer)).rejects.toMatchObject({
      code: 'MODEL_ANSWER_INVALID',
      message: expect.stringContaining(words),
    });
  });

  it('keeps the reason of ours, and gives every other one a code', async () => {
    const failing = (thrown: unknown) =>
      layerOf({ fill: () => Promise.reject(thrown) }).propose([], deadlineFromNow(1000));
    await expect(failing(new ActionError('MODEL_FAILED', 'the key is wrong.'))).rejects.toThrow('the key is wrong.');
    await expect(failing('a word')).rejects.toMatchObject({ code: 'MODEL_FAILED', cause: 'a word' });
  });

  it('is told to stop when it is late', async () => {
    const stopped: unknown[] = [];
    const hanging = {
      fill: (_, signal) => new Promise(() => signal.addEventListener('abort', () => stopped.push(signal.reason))),
    } satisfies Model;
    await expect(layerOf(hanging).propose([], deadlineFromNow(5))).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    expect(stopped).toEqual([expect.objectContaining({ code: 'DEADLINE_EXCEEDED' })]);
  });
});

function layerOf(model: Model) {
  return modelLayer(model, () => ({ instructions: '', words: '' }));
}

function said(answer: unknown) {
  return layerOf({ fill: async () => answer }).propose([], deadlineFromNow(1000));
}
