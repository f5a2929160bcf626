import { describe, expect, it } from 'vitest';
import { usageWords } from '../../src/deliver/usage.ts';

const USED = { inputTokens: 1234, outputTokens: 56, costUsd: 0.0034, calls: 1 };

describe('What a model was used for', () => {
  it.each([
    ['nothing where none was asked', { ...USED, calls: 0 }, null],
    ['its cost', USED, 'A model was asked once: 1234 tokens read, 56 written, $0.0034'],
    [
      'the least of costs',
      { ...USED, costUsd: 0.000001 },
      'A model was asked once: 1234 tokens read, 56 written, $0.000001',
    ],
    [
      'whole dollars',
      { ...USED, costUsd: 2, calls: 3 },
      'A model was asked 3 times: 1234 tokens read, 56 written, $2.00',
    ],
    [
      'that nobody knows the cost',
      { ...USED, costUsd: 0, unpricedTokens: 1290 },
      'A model was asked once: 1234 tokens read, 56 written, cost not known: settings.prices has no price of it',
    ],
  ])('is said: %s', (_, usage, words) => {
    expect(usageWords(usage)).toBe(words);
  });
});
