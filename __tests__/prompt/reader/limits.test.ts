import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

describe('How long something may take', () => {
  it.each([
    ['Keep every job under 20 minutes', 'Give everything 20 minutes'],
    ['web must stay below ten minutes', 'Give web 10 minutes'],
    ['ledger should remain under half an hour', 'Give ledger 30 minutes'],
    ['ledger should not run past half an hour', 'Give ledger 30 minutes'],
    ['Limit web to 10, cart to 15 and ledger to 30 minutes', 'Give web 10 minutes, cart 15 and ledger 30'],
    ['Give web 10, cart 15 minutes', 'Give web 10 minutes and cart 15'],
    ['ledger: Java 21 and 25, 30 minutes', 'Use Java 21 and 25 for ledger. Give ledger 30 minutes'],
    ['Run the tests of cart and give it 10 minutes', 'Test cart. Give cart 10 minutes.'],
    ['Run make docs. Give jobs 10 minutes.', 'Give everything 10 minutes. Run make docs.'],
    ['The web jobs have to be under 10 minutes', 'Give web 10 minutes'],
  ])('is a limit: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'web is under 10 minutes',
    'web stays under 10 minutes',
    'web takes less than 10 minutes',
    'web takes 10 and cart 15 minutes',
    'lint web 10 and give cart 15 minutes',
    'web: test, 20 minutes of audit',
    'Run `make licences` on the self-hosted runner',
    'Run `make docs` for web on self-hosted linux runners',
    // A step and a check have no limit of their own.
    'Run `make docs` in a step called "Docs" and give it 10 minutes',
    'Add a step that runs `make licences` with a timeout of 10 minutes',
    'Run make docs. Limit it to 10 minutes.',
    'Run the linter of web and give it 5 minutes',
    'Limit the lint of web to 3 minutes',
    'The audit of cart should time out after 5 minutes',
    'Run the tests of cart and give them 10 minutes',
    'Get web under 10 minutes',
    'Kill jobs under 10 minutes',
    'web must not stay under 10 minutes',
    'No job under 20 minutes',
    'Make web faster, under 10 minutes',
    'A timeout of under 10 minutes for web is too short',
    'If web takes less than 10 minutes, run it on a big runner',
  ])('is asked about where it says something else: %s', (words) => {
    expectQuestion(words);
  });
});
