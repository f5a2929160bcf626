import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

const OTHERS = 'web, cart and recommender';

describe('Everything besides some', () => {
  it.each([['Lint everything besides ledger', 'Lint everything except ledger']])(
    'is all but those: %s',
    (words, plain) => {
      expectSame(words, plain);
    },
  );
});

describe('What is for everything except some', () => {
  it.each([
    ['Give everything except ledger 10 minutes', `Give ${OTHERS} 10 minutes`],
    ['Give all services but ledger 10 minutes', `Give ${OTHERS} 10 minutes`],
    ['Run all services but ledger on self-hosted runners', `Run ${OTHERS} on self-hosted runners`],
    ['Give everything besides ledger 10 minutes', `Give ${OTHERS} 10 minutes`],
    ['everything but ledger gets 10 minutes', `Give ${OTHERS} 10 minutes`],
    ['Everything except ledger should run on Windows as well', `Run ${OTHERS} on Linux and Windows`],
    ['Test everything on Linux and Windows except ledger', `Test ${OTHERS} on Linux and Windows`],
    ['Run all services except ledger on the runner ubuntu-24.04-arm', `Run ${OTHERS} on the runner ubuntu-24.04-arm`],
    ['Give all services except ledger 2 replicas', `Give ${OTHERS} 2 replicas`],
    [
      'Deploy everything but ledger to staging through Argo CD on main',
      `Deploy ${OTHERS} to staging through Argo CD on main`,
    ],
  ])('is for each of the others: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Lint everything except ledger and give it 10 minutes',
    'Do not deploy everything except web to staging',
    'Everything except the docs gets 10 minutes',
    'Give everything except payments 10 minutes',
  ])('is asked about where nobody can tell: %s', (words) => {
    expectQuestion(words);
  });
});
