import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

const SCALED = 'Scale cart from 4 to 12 replicas at 70 % CPU';

describe('How many of something run', () => {
  it.each([
    ['have three of web running at all times', 'Give web 3 replicas'],
    ['There should always be three of web running', 'Give web 3 replicas'],
    ['cart is slow. Keep four of it running.', 'Give cart 4 replicas'],
    ['cart: 4 to 12 pods at 70 % CPU', SCALED],
    ['Scale cart automatically between 4 and 12 replicas when CPU goes over 70 %', SCALED],
    ['cart should have between 4 and 12 pods, at 70 % CPU', SCALED],
    ['Keep at least four of cart running, and up to twelve when the CPUs reach 70 %', SCALED],
  ])('is a number of replicas, or a range of them: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'run 2 of the web tests',
    'Scale web automatically to 5 replicas',
    "have two of web's tests running",
    'three of web',
    'We have three of web running',
    'web runs three of it at all times',
    'two of the pods of web hang',
    'give cart 4 pods and 70 % CPU',
    'cart at 70 % CPU',
  ])('is asked about otherwise: %s', (words) => {
    expectQuestion(words);
  });
});
