import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

describe('What should happen where a check fails', () => {
  it.each([
    [
      "Four fifths of cart ought to be exercised by its tests, and I want a red cross when it's less.",
      'Coverage of cart at least 80 %',
    ],
    ['cart needs 80 % coverage, fail if it is less', 'Coverage of cart at least 80 %'],
    ["cart needs 80 % coverage; fail the build when it's lower", 'Coverage of cart at least 80 %'],
    ["Coverage of cart at least 80 %, and CI should go red when it isn't", 'Coverage of cart at least 80 %'],
    ['Audit web and turn the build red when something is found', 'Audit web'],
    ['Scan for secrets and stop the build if one is found', 'Scan for secrets'],
    ['Typecheck web and let the build fail if there are errors', 'Typecheck web'],
    ['Lint cart, and complain if it fails', 'Lint cart'],
  ])('is what a check is for: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    "Lint web, and don't fail if it finds something",
    'Lint web and just warn if it fails',
    'Lint web, but only complain if it fails',
    'Lint web and block the merge if cart fails',
    'Test web and stop if it takes longer than 10 minutes',
    'Test web and stop the other jobs if it fails',
    'Lint web and tell us when it is done',
    'Lint web and stop if it is not needed',
    'Lint web and tell us in Slack if it fails',
    'Do not lint web, and fail if it is less',
    'web is linted, and CI fails if it is not',
    'Stop linting web if it fails',
  ])('is asked about where it is something else: %s', (words) => {
    expectQuestion(words);
  });
});
