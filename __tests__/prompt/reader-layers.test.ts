import { describe, expect, it } from 'vitest';
import { deadlineFromNow } from '../../src/clients/deadline.ts';
import type { ResolvedWish } from '../../src/domain/wish.ts';
import { readerLayer, readerLayers, stillAsked } from '../../src/prompt/reader-layers.ts';
import { readWords } from '../../src/prompt/reading.ts';
import { SHOP } from './reader/shop.ts';

const wish = (words: string, url: string) => ({ from: 'comment', words, by: 'octocat', url }) as const;
const [first, open, answer, other] = [
  wish('lint web', '1'),
  wish('lint foo', '2'),
  wish('cart', '3'),
  wish('nice', '4'),
];
const wishes: readonly ResolvedWish[] = [
  { ...first, fate: { kind: 'accepted' } },
  { ...open, fate: { kind: 'asked', words: 'lint cart' } },
  { ...answer, fate: { kind: 'answer', to: open } },
  { ...other, fate: { kind: 'replaced', by: open } },
];

it('What is accepted already is asked of nobody; each layer of ours knows all that was said for it', () => {
  expect(stillAsked(wishes).map(({ words }) => words)).toEqual(['lint foo', 'cart', 'nice']);
  expect(readerLayers(wishes, SHOP)).toMatchObject([{ rung: 'read', words: ['lint cart', 'lint foo', 'cart'] }]);
});

const propose = (words: string) => readerLayer(words, SHOP).propose(deadlineFromNow(1000));

describe('Our reader as a rung', () => {
  it('is called read, and costs nothing', async () => {
    expect(readerLayer('lint web', SHOP).rung).toBe('read');
    expect(await propose('lint web')).toMatchObject({ usage: { calls: 0, costUsd: 0 } });
  });

  it('says a request, questions, or findings of what is refused', async () => {
    expect(await propose('lint web')).toMatchObject({ kind: 'request', request: { intents: [{ check: 'lint' }] } });
    expect(await propose('make it nice')).toMatchObject({ kind: 'questions', questions: [{ about: 'nice' }] });
    expect(await propose('skip the tests')).toMatchObject({
      kind: 'refused',
      findings: [
        { rule: 'removes-tests', level: 'error', message: expect.stringMatching(/^Tests are not taken away/) },
      ],
    });
  });

  it('gives the command line the same', async () => {
    expect(await readWords('lint web', SHOP)).toEqual({
      request: { version: 1, intents: [{ kind: 'check', for: { service: 'web' }, check: 'lint', ensure: true }] },
      questions: [],
      refused: [],
    });
  });
});
