import { describe, expect, it } from 'vitest';
import { read } from '../../../src/prompt/reader/read.ts';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';
import { SHOP } from './shop.ts';

describe('How much of something', () => {
  it.each([
    ['At least nine out of ten lines of ledger should be exercised', 'The coverage of ledger must be at least 90 %'],
    ['4 in 5 lines of web must be executed by the tests', 'The coverage of web must be at least 80 %'],
    ['Three out of four statements in web must be executed by tests', 'The coverage of web must be at least 75 %'],
    ['Four fifths of cart ought to be exercised by its tests', 'The coverage of cart must be at least 80 %'],
    ['Nine-tenths of web must be covered by our unit tests', 'The coverage of web must be at least 90 %'],
    ['cart tests w/ 85% coverage min', 'Test cart. The coverage of cart must be at least 85 %'],
    ['80 % of the statements in cart should be hit', 'The coverage of cart must be at least 80 %'],
    ['Set the replica count of the cart chart to 4', 'Give cart 4 replicas'],
    ['Set the number of pods of web to 3', 'Give web 3 replicas'],
    ['Give cart a quarter of a core', 'Give cart 250m CPU'],
    ["I don't want web to hog a runner for more than a quarter of an hour", 'Give web 15 minutes'],
    [
      'Run recommender on self-hosted gpu runners, and limit it to an hour',
      'Run recommender on self-hosted gpu runners. Give recommender an hour',
    ],
  ])('is understood: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each(['Nine out of ten tests of web fail', 'Two fifths of the tests of web fail', 'Run nine out of ten lines'])(
    'is asked about otherwise: %s',
    (words) => {
      expectQuestion(words);
    },
  );
});

describe('What is inside, and whose it is', () => {
  it.each([
    ['For each container we want a list of everything that is inside', 'Every image needs an SBOM'],
    ['We want an inventory of what went into each image', 'Every image needs an SBOM'],
    ['Consumers must be able to verify with cosign that the ledger image is really ours', 'Sign the ledger image'],
    ['Customers should be able to check that the web image is genuine', 'Sign the web image'],
    [
      'People on Apple silicon and on Intel both need to be able to run the cart container',
      'Build the cart image for arm64 and amd64',
    ],
    ['Tell us if any library that cart pulls in has a known hole', 'Audit cart'],
    ['Warn me when something that web depends on has a CVE', 'Audit web'],
    ['Python dependencies with known holes must not get past review unnoticed', 'Audit Python'],
    ["No code in recommender may be merged if its types don't add up", 'Typecheck recommender'],
    ['Type errors in web must not slip past review', 'Typecheck web'],
    ['Typecheck web and cart, and audit their dependencies', 'Typecheck web and cart. Audit web and cart'],
  ])('is understood: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'The ledger image is really ours',
    'The tests of cart need a container on arm64',
    // A question is no wish, for good or for bad.
    "Shouldn't we be doing something about flaky tests?",
  ])('is asked about otherwise: %s', (words) => {
    expectQuestion(words);
  });
});

describe('What starts the pipeline, or where it runs', () => {
  it.each([
    ['Once a week, Friday 17:00, kick everything off even if nobody touched a thing', 'Run CI every Friday at 17:00'],
    ['We queue our merges now, so CI has to wake up for those as well', 'Run CI for the merge queue'],
    ['Have the whole thing go off at half past five every morning, UTC', 'Run CI every day at 5:30'],
    [
      'web should be built on our self-hosted runner with the label frontend-pool',
      'Run web on runners labelled self-hosted, frontend-pool',
    ],
    [
      'deploy cart to stagging with helm form the defualt branch',
      'Deploy cart to staging with Helm from the default branch',
    ],
  ])('is understood: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it('is taken away where there is no need for it', () => {
    expectSame('There is no need to run every night any more', 'Drop the schedule');
    expectSame('There is no need to lint web', 'Do not lint web');
    expect(read('There is no need to test web', SHOP)).toMatchObject({ refused: [{ rule: 'removes-tests' }] });
  });

  it('goes through nobody who does not look', () => {
    const words = "Let dependabot's PRs be approved and merged by the workflow itself without anybody looking.";
    expect(read(words, SHOP)).toMatchObject({ refused: [{ rule: 'skips-review' }] });
  });
});
