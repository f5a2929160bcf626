import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

describe('What a line begins with', () => {
  it.each([
    ['OPS-412, for web: typecheck, 12 minute timeout', 'For web: typecheck, 12 minute timeout'],
    ['[ABC-12] Lint web', 'Lint web'],
    ['(ABC-12): lint web', 'Lint web'],
    ['PROJ-7: lint web', 'Lint web'],
    ['PROJ-7 - lint web', 'Lint web'],
    ['#12: lint web', 'Lint web'],
    ['- OPS-1: lint web\n- OPS-2: lint cart', 'Lint web. Lint cart.'],
    ['Chart changes: web gets 2 replicas. ledger gets 3 replicas.', 'Give web 2 replicas. Give ledger 3 replicas.'],
    ['CI changes: lint web', 'Lint web'],
    [
      'web gets the host shop.acme.io, 2 to 6 pods at 75 % CPU, and Linkerd.',
      'Give web the host shop.acme.io. Scale web from 2 to 6 replicas at 75 % CPU. web should join the Linkerd mesh.',
    ],
  ])('says nothing of the wish: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'OPS-412',
    'OPS-412 lint web',
    'Fix OPS-412: lint web',
    'Lint OPS-412, web',
    'utf-8: lint web',
    'WEB-2: lint',
    'No changes: lint web',
    'Web changes: lint',
    'JAVA-21: test ledger',
    'PG-17: test ledger',
    'MACOS-14: test web',
    '[NODE-22] Test web',
    'Lint web\nREDIS-7 - test cart',
    'Test web, 2 to 6 pods at 75 % CPU',
  ])('may be something that is meant: %s', (words) => {
    expectQuestion(words);
  });
});
