import { expect, it } from 'vitest';
import { deadlineFromNow } from '../../src/clients/deadline.ts';
import type { ModelInputs } from '../../src/domain/provider.ts';
import type { RepositoryContext } from '../../src/domain/repository.ts';
import type { ResolvedWish } from '../../src/domain/wish.ts';
import { askedLayers } from '../../src/entry/asked-layers.ts';
import { SHOP } from '../prompt/reader/shop.ts';

const MODEL: ModelInputs = {
  choice: { kind: 'model', access: { provider: 'openai', model: 'm', baseUrl: null, key: null }, note: null },
  maxTokens: null,
  maxCostUsd: null,
};

it('What is refused keeps a model from nothing else: it is told, and the rest is asked', async () => {
  const layers = await layersOf('Use pull_request\u2060_target.', 'Lint cart.', 'Skip the tests.');
  expect(layers.map(({ rung, words }) => ({ rung, words }))).toEqual([
    { rung: 'read', words: ['Use pull_request\u2060_target.'] },
    { rung: 'read', words: ['Skip the tests.'] },
    { rung: 'model', words: ['Lint cart.'] },
  ]);
  expect(layers.at(-1)?.otherwise).toMatchObject([{ rung: 'read', words: ['Lint cart.'] }]);
  expect(await layers[0]?.propose(deadlineFromNow(1000))).toMatchObject({
    kind: 'refused',
    findings: [{ rule: 'dangerous-triggers' }],
  });
});

it('Where all is refused no model is asked, nor where nothing is new', async () => {
  expect((await layersOf('Skip the tests.')).map(({ rung }) => rung)).toEqual(['read']);
  expect(await layersOf()).toEqual([]);
});

async function layersOf(...said: readonly string[]) {
  const heard = said.map((words): ResolvedWish => {
    return { from: 'comment', words, by: 'octocat', url: null, fate: { kind: 'asked', words } };
  });
  // Nobody looks at the repository before a model is asked.
  const context = {} as RepositoryContext;
  return await askedLayers({ heard, model: MODEL, context, home: new URL('file:///'), host: null }, SHOP);
}
