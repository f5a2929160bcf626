import { describe, expect, it } from 'vitest';
import { type Meter, meteredModel } from '../../../src/clients/models/metered.ts';
import type { Conversation, Model } from '../../../src/domain/model.ts';
import { calling, OPENING } from '../../fakes/model-replies.ts';

const FREE: Meter = { maxTokens: null, maxCostUsd: null, price: null, name: 'the-model' };
const PRICE = { input: 2, output: 10 };
const OPEN = { ...OPENING, mostOutputTokens: 4096 };
const USED = { inputTokens: 1000, outputTokens: 500, calls: 1 };

describe('A metered model', () => {
  it('says what an answer cost, to the millionth', async () => {
    expect(await askedTwice({ ...FREE, price: PRICE })).toMatchObject([
      { usage: { ...USED, costUsd: 0.007 } },
      { usage: { ...USED, costUsd: 0.007 } },
    ]);
  });

  it('says how many tokens it knows no price of', async () => {
    expect(await askedTwice(FREE)).toMatchObject([{ usage: { costUsd: 0, unpricedTokens: 1500 } }, {}]);
  });

  it('is not asked again where tokens or money are spent', async () => {
    const spent = { code: 'MODEL_BUDGET_SPENT' };
    const tokens = await askedTwice({ ...FREE, maxTokens: 1700 });
    expect(tokens).toMatchObject([
      { usage: USED },
      { ...spent, message: expect.stringContaining('max-tokens is 1700') },
    ]);
    const money = await askedTwice({ ...FREE, price: PRICE, maxCostUsd: 0.009 });
    expect(money).toMatchObject([
      { usage: USED },
      { ...spent, message: expect.stringContaining('max-cost-usd is 0.009') },
    ]);
  });

  it('is not even asked once where there is too little for one answer, or the price is not known', async () => {
    const told: Conversation[] = [];
    await expect(ask({ ...FREE, maxTokens: 200 }, told)).rejects.toMatchObject({ code: 'MODEL_BUDGET_SPENT' });
    await expect(ask({ ...FREE, maxCostUsd: 1 }, told)).rejects.toMatchObject({
      code: 'MODEL_BUDGET_SPENT',
      message: expect.stringContaining('settings.prices has no price of the-model'),
    });
    expect(told).toEqual([]);
  });

  it('may answer with no more than what is left', async () => {
    const told: Conversation[] = [];
    await ask({ ...FREE, maxTokens: 1000 }, told);
    await ask({ ...FREE, price: PRICE, maxCostUsd: 0.01 }, told);
    await ask(FREE, told);
    const [tokens = 0, money = 0, all] = told.map(({ mostOutputTokens }) => mostOutputTokens);
    expect(tokens).toBeLessThan(1000);
    expect(money).toBeLessThan(1000);
    expect(all).toBe(4096);
  });

  it('counts what was sent where its server counts nothing', async () => {
    const silent = { reply: async () => calling([]) } satisfies Model;
    const model = meteredModel(silent, { ...FREE, maxTokens: 500 });
    const replies = await Promise.allSettled(Array.from({ length: 9 }, () => reply(model)));
    expect(replies.at(0)).toMatchObject({ status: 'fulfilled', value: { usage: { inputTokens: 0 } } });
    expect(await reply(model).catch((thrown: unknown) => thrown)).toMatchObject({ code: 'MODEL_BUDGET_SPENT' });
  });
});

function modelOf(told: Conversation[]): Model {
  return { reply: async (conversation) => told.push(conversation) && calling([], { usage: USED }) };
}

async function askedTwice(meter: Meter): Promise<unknown[]> {
  const model = meteredModel(modelOf([]), meter);
  return [await reply(model), await reply(model).catch((thrown: unknown) => thrown)];
}

function ask(meter: Meter, told: Conversation[]): Promise<unknown> {
  return reply(meteredModel(modelOf(told), meter));
}

function reply(model: Model): Promise<unknown> {
  return model.reply(OPEN, new AbortController().signal);
}
