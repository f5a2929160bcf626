import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

const BOTH = 'Use Redis 8 for the tests of cart. Use Postgres 18 for the tests of cart.';

describe('Servers that tests were told to speak to', () => {
  it.each([
    ['The cart tests use two things now, Redis 8 and Postgres 18. Please start both for them.', BOTH],
    ['The cart tests use Redis 8 and Postgres 18. Please start both.', BOTH],
    ['The cart tests run against Redis 8 and Postgres 18; both have to be started for them.', BOTH],
    ['The cart tests use Redis 8. Please start it.', 'Use Redis 8 for the tests of cart.'],
    ['The cart tests talk to MongoDB 8; it has to be up before they start.', 'Use MongoDB 8 for the tests of cart.'],
    [
      'The recommender tests talk to a real MongoDB these days; version 8 has to be up before they start.',
      'Use MongoDB 8 for the tests of recommender.',
    ],
  ])('are started where that is wished: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'The cart tests use Redis 8 and Postgres 18. Start it.',
    'The cart tests use three things, Redis 8 and Postgres 18. Start both.',
    'The cart tests use Redis 8 and Postgres 18. Run them.',
    'The cart tests use Redis 8 and Postgres 18. Please start Redis.',
    'The cart tests use Redis 8 and Postgres 18. Please start both for web.',
    'The cart tests talk to MongoDB 7; version 8 has to be up.',
    'The cart tests talk to MongoDB; it is up before they start.',
    'The cart tests used Redis 8. Start it.',
    'The cart tests mock Redis 8. Start it.',
    'The cart tests use Redis 8 locally. Start it.',
    'The cart tests use Redis 8. Do not start it.',
  ])('are asked about where it may be others, or none: %s', (words) => {
    expectQuestion(words);
  });
});
