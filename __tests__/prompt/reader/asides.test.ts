import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

describe('An aside in brackets', () => {
  it.each([
    ['Lint all services but ledger (nobody has time for its warnings this quarter).', 'Lint everything except ledger.'],
    ['Lint web (they hate it), and test cart.', 'Lint web. Test cart.'],
    ['Lint web (it is a mess).', 'Lint web.'],
    ['Lint web (with eslint) and test cart.', 'Lint web with eslint. Test cart.'],
  ])('says nothing of a wish where it only tells: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Lint web (not yet)',
    'Lint web (on tags)',
    'Lint web (we will do it later)',
    "Lint web (it's optional)",
    'Lint web (nobody should touch cart)',
    'Lint web (nobody lints cart)',
    'Publish web (it is private) to npm',
    'Lint web (nobody has time',
    'Lint cart (cancelled)',
    'Lint cart [canceled]',
    'Lint cart (off)',
    '(cancelled) Lint cart',
    '[dropped] Lint cart',
    'Lint web (drop it)',
    'Sign the images (cancelled)',
  ])('is asked about where it may say more: %s', (words) => {
    expectQuestion(words);
  });
});

describe('All of a number', () => {
  it.each([
    ['Lint all services but ledger, and test all four of them.', 'Lint everything except ledger. Test everything.'],
    ['Lint everything and format all 4 of them', 'Lint everything. Format everything.'],
    ['Test all four services', 'Test everything'],
  ])('are all services where there are as many: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Test all five services',
    'Test all three services',
    'Test all four of them',
    'Lint everything and test all three of them',
    'Test four services',
  ])('are asked about where it may be others: %s', (words) => {
    expectQuestion(words);
  });
});
