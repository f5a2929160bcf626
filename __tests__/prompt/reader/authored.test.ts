import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

describe('Who has something written', () => {
  it.each([
    ['Write a chart for ledger with three replicas and 512Mi of memory each', 'Give ledger 3 replicas and 512Mi'],
    ['Draft a Helm chart for web with 2 replicas', 'Give web 2 replicas'],
    ['Implement a coverage gate of 80 % for cart', 'Coverage of cart at least 80 %'],
    ['Mandate that web is linted', 'Lint web'],
    ['cart could do with a linter', 'Lint cart'],
    ['Define a timeout of 10 minutes for web', 'Give web 10 minutes'],
  ])('has it in the pipeline: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Write tests for cart',
    'Implement tests for cart',
    'Somebody should write tests for cart',
    'Write the audit of ledger to a file',
    'Write a linter for web',
    'We write charts for web',
    'Prepare recommender for Python 3.13',
  ])('may mean work for people: %s', (words) => {
    expectQuestion(words);
  });
});
