import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

describe('What is too much or too little, and what it should be instead', () => {
  it.each([
    ["one pod of ledger isn't enough over black friday, let's go with four", 'Give ledger 4 replicas'],
    ['One copy of recommender is a single point of failure, I want three of them.', 'Give recommender 3 replicas'],
    ["a stuck cart job shouldn't sit there for 6 hours, 20 min is plenty", 'Give cart 20 minutes'],
    ['the default 6 hours is way too long for cart, make it 20 minutes', 'Give cart 20 minutes'],
    ["10 minutes isn't enough for ledger - 25 would be better", 'Give ledger 25 minutes'],
    ['60% coverage on cart is a joke, make it 80', 'cart needs 80 % coverage'],
    ['256Mi is too little for ledger, give it 1Gi', 'Give ledger 1Gi of memory'],
    ['20 minutes is plenty for web', 'Give web at most 20 minutes'],
    ['ledger takes forever, cap it at 20 minutes', 'Give ledger at most 20 minutes'],
  ])('is one value in the place of another: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    '20 minutes is too long for web, 10 is too short',
    'one replica of web is not enough, cart needs three',
    'one replica of web is not enough',
    '10 minutes for ledger, 25 would be fine',
    'one pod of ledger for the demo, four would be fine',
    '256Mi for ledger, give it 1Gi',
    '20 minutes is not enough for ledger',
    '20 minutes is barely enough for web',
    "web shouldn't take 20 minutes, ask cart for 10",
    'two pods of web is too few, and cart has 3',
    'are 20 minutes enough for web?',
    '20 minutes is plenty for the web tests',
  ])('is asked about where it is not said whole: %s', (words) => {
    expectQuestion(words);
  });
});

describe('A wish that names nobody behind a reason of the same thing', () => {
  it.each([
    [
      "GitHub's machines are too weak for ledger; use the box labelled self-hosted and bigmem.",
      'For ledger, use the box labelled self-hosted and bigmem.',
    ],
    ['hosted runners are too slow for recommender, use ubuntu-24.04-arm', 'Run recommender on ubuntu-24.04-arm'],
    ['ledger hangs a lot. Time out after 20 minutes.', 'Time out ledger after 20 minutes'],
  ])('is for whom that named: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'ledger is a mess. Time out after 20 minutes.',
    'ledger hangs when cart is down. Kill after 10 minutes.',
    'the runners are too slow for web and cart, use ubuntu-24.04-arm',
    'web is slow. Give everything 10 minutes and ledger more',
  ])('is asked about where it may be for another: %s', (words) => {
    expectQuestion(words);
  });
});
