import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

describe('How somebody begins a wish', () => {
  it.each([
    ['It is mandatory that all Python code is linted with ruff.', 'Lint Python with ruff'],
    ["It's really important for us that every image is signed", 'Sign every image'],
    ['It would be great if the web code was type checked.', 'Typecheck web'],
    ["It'd be nice if web wasn't linted", 'Do not lint web'],
    ['It would be best to lint web', 'Lint web'],
    ['Could you please, if it is not too much work, add formatting checks for the Java code?', 'Format the Java code'],
    ['We keep arguing about braces, so it would be lovely if gofmt formatted cart', 'Format cart with gofmt'],
    ["We'd appreciate a dependency audit for web.", 'Audit web'],
    ['I would really appreciate it if ledger had a timeout of 20 minutes', 'Give ledger 20 minutes'],
    ["I'd be very happy if web got linted", 'Lint web'],
    ['We prefer pyright for type checking Python.', 'Typecheck Python with pyright'],
    ['I would prefer not to lint ledger', 'Do not lint ledger'],
    ['I propose that we lint the Go code.', 'Lint Go'],
    ['I suggest adding type checks for web.', 'Typecheck web'],
    ['May I ask for a linter for web?', 'Lint web'],
    ['I hope you can add a linter for web.', 'Lint web'],
    ['Would you mind adding a linter to cart?', 'Lint cart'],
    ['Would it be possible to get a lint step for the Python part?', 'Lint Python'],
    ['Feel free to add linting for web.', 'Lint web'],
    ['When you have time, please lint web', 'Lint web'],
    ['What we need is a linter for web', 'Lint web'],
    ['Our goal is that every image is signed', 'Sign every image'],
    ['Make it so that web gets linted', 'Lint web'],
    ['As a developer I want web to be linted', 'Lint web'],
    ['As a lead of the platform team, I would like every image to be signed', 'Sign every image'],
    ['Our security team insists that every image is signed.', 'Sign every image'],
    ['Compliance asks for an SBOM with each image', 'Add an SBOM to each image'],
    ['My boss wants all images signed', 'Sign all images'],
  ])('is no part of it: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    // Praise, hope and questions wish nothing.
    'It is great that web is linted',
    'It is not important that web is linted',
    'It was important that web was linted',
    'I hope that web is linted',
    'We appreciate the linter of web',
    'I suggested linting web',
    'Would you mind if I lint web?',
    'It would be nice to know whether web is linted',
    'It would be great if web was faster',
    // Those of whom somebody tells are others, or what they want is theirs.
    'The payments team wants all images signed',
    'Our security team insisted that every image is signed',
    'Our security team does not insist that every image is signed',
    'Our security team wants their images signed',
    'As the tests are slow, I want a coffee',
    'I ask myself whether web is linted',
  ])('is not taken for one where there is none: %s', (words) => {
    expectQuestion(words);
  });
});

describe('Marks that count the items of a list', () => {
  it.each([
    ['1) lint web 2) test cart', 'Lint web. Test cart'],
    ['1. Lint web\n2. Test cart', 'Lint web. Test cart'],
    ['a) lint web b) test cart', 'Lint web. Test cart'],
    ['* lint web\n* test cart on Go 1.26', 'Lint web. Test cart on Go 1.26'],
    ['Please add:\n- a linter for web\n- tests for cart', 'Lint web. Test cart'],
    ['For web:\n- lint\n- test\nFor cart:\n- lint', 'Lint web. Test web. Lint cart'],
    ['First, lint web. Second, test cart. Finally, scan for secrets', 'Lint web. Test cart. Scan for secrets'],
    ['First of all lint web', 'Lint web'],
  ])('say nothing of them: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Use (1) web',
    'Lint the first job of web',
    'Give web 2) minutes',
    'Next week, lint web',
    'Second job: lint web',
  ])('are no other numbers: %s', (words) => {
    expectQuestion(words);
  });
});

describe('What a merge has to wait for', () => {
  it.each([
    ['Tests must pass before a PR can be merged.', 'Test everything'],
    ['Merging should require passing tests', 'Test everything'],
    ['Only merge if the tests of cart pass', 'Test cart'],
    ['Pull requests should only be mergeable when all tests are green.', 'Test everything'],
    ['The linter must pass before merging to main', 'Lint everything'],
    ['Do not allow merging if lint fails', 'Lint everything'],
    ['A PR must not be merged while the tests of cart are failing', 'Test cart'],
    ['Block merges when web does not type check', 'Typecheck web'],
    ['Prevent merging PRs that break the tests of web', 'Test web'],
    ['PRs with lint errors should be blocked', 'Lint everything'],
  ])('is a check: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Merge it when the tests pass',
    'You should merge when the tests pass',
    'We only merge if the tests pass',
    'A PR was merged before the tests passed',
    'Tests must pass before web is deployed',
    'Only merge if tests pass or someone approves',
    'Allow merging if lint passes',
    'Block merges when web does not compile',
  ])('is not what it is said of otherwise: %s', (words) => {
    expectQuestion(words);
  });
});
