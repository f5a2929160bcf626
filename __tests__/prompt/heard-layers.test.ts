import { expect, it } from 'vitest';
import type { HeardWish } from '../../src/domain/wish.ts';
import { readerLayers, stillAsked } from '../../src/prompt/heard-layers.ts';
import { SHOP } from './reader/shop.ts';

const wish = (words: string, url: string) => ({ from: 'comment', words, by: 'octocat', url }) as const;
const [first, open, answer, other] = [
  wish('lint web', '1'),
  wish('lint foo', '2'),
  wish('cart', '3'),
  wish('nice', '4'),
];
const heard: readonly HeardWish[] = [
  { ...first, fate: { kind: 'accepted' } },
  { ...open, fate: { kind: 'asked', words: 'lint cart' } },
  { ...answer, fate: { kind: 'answer', to: open } },
  { ...other, fate: { kind: 'replaced', by: open } },
];

it('What is accepted already is asked of nobody; each layer of ours knows all that was said for it', () => {
  expect(stillAsked(heard).map(({ words }) => words)).toEqual(['lint foo', 'cart', 'nice']);
  expect(readerLayers(heard, SHOP)).toMatchObject([{ rung: 'read', words: ['lint cart', 'lint foo', 'cart'] }]);
});
