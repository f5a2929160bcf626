import { describe, expect, it } from 'vitest';
import { read } from '../../../src/prompt/reader/read.ts';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';
import { SHOP } from './shop.ts';

describe('Several of which one thing is said', () => {
  it.each([
    ['cart and ledger should be linted.', 'Lint cart. Lint ledger'],
    ['web, cart and ledger need linting', 'Lint web. Lint cart. Lint ledger'],
    ['The Go code and the Java code should be linted', 'Lint Go. Lint Java'],
    ['web and cart should not be linted', 'Do not lint web. Do not lint cart'],
    ['cart and ledger should each be linted', 'Lint cart. Lint ledger'],
    ['cart and ledger need Redis', 'cart needs Redis. ledger needs Redis'],
    ['web should be linted and cart and ledger should be tested', 'Lint web. Test cart. Test ledger'],
    ['web and cart should be linted. Both should be tested.', 'Lint web and cart. Test web and cart'],
    ['Test cart and web, and build both', 'Test cart. Test web. Build cart. Build web'],
    ['Lint web and cart. Sign both images.', 'Lint web and cart. Sign the images of web and cart'],
    ['Build the images of web and cart. Sign both images.', 'Build and sign the images of web and cart'],
  ])('is for all of them: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'web, cart should be linted',
    'web or cart should be linted',
    'web and cart are linted',
    'web and cart have their own linter',
    // Of the name between two wishes either may be said.
    'Lint web, cart and ledger should be tested.',
    'Lint web and cart and ledger should be tested.',
    // Two of how many?
    'Build the image of web. Sign both images.',
    'Lint web, cart and ledger. Sign both images.',
    'Test both',
  ])('is asked about where nobody can tell: %s', (words) => {
    expectQuestion(words);
  });

  it('takes no tests away from them', () => {
    expect(read('web and cart should not be tested', SHOP)).toMatchObject({ refused: [{ rule: 'removes-tests' }] });
  });
});

describe('Databases in other words', () => {
  it.each([
    ['Spin up Kafka for the integration tests of cart.', 'cart needs Kafka'],
    ["ledger's integration tests require a Kafka broker", 'ledger needs Kafka'],
    ['Tests for cart need a running redis instance', 'cart needs Redis'],
    ['Make a MySQL 8 available to the ledger tests', 'ledger needs MySQL 8'],
    ['Start a temporary Postgres 16 database when testing ledger', 'ledger needs Postgres 16'],
    ['When the recommender tests are running, there should be a Redis they can talk to', 'recommender needs Redis'],
    ['Start Redis while the tests of cart run', 'cart needs Redis'],
    ['cart depends on Redis in its tests', 'cart needs Redis'],
    ['ledger can not be tested without a running PostgreSQL 16', 'ledger needs Postgres 16'],
    ['Add a Redis cache for the tests of web', 'web needs Redis'],
  ])('are understood: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Run the integration tests of cart with Redis 7',
    'Run Redis when cart changes',
    'cart can not be deployed without Redis',
    'Drop the Redis cache of web',
    'Add a cache for the tests of web',
  ])('are asked about where more is said: %s', (words) => {
    expectQuestion(words);
  });
});

describe('Limits, numbers and patterns in other words', () => {
  it.each([
    ['No job may exceed 20 minutes', 'Give everything 20 minutes'],
    ['Jobs of cart must be done within 10 minutes', 'Give cart 10 minutes'],
    ['cart must finish in under 10 minutes', 'Give cart 10 minutes'],
    ['ledger should not be allowed to take more than half an hour', 'Give ledger 30 minutes'],
    ['If cart runs over ten minutes, kill it', 'Give cart 10 minutes'],
    ['Run the tests of web against Node 20/22/24', 'Run the tests of web on Node 20, 22 and 24'],
    ['Use a matrix of Go 1.25 and 1.26 for cart', 'Use Go 1.25 and 1.26 for cart'],
    ['The Go tests should run on two versions: 1.25 and 1.26', 'The Go tests should run on Go 1.25 and 1.26'],
    ['Trigger the workflow on tags starting with v', 'Run CI on tags v*'],
    ['We use merge queues now. CI has to run there as well.', 'Run CI on the merge queue'],
    ['Run CI on pushes to branches that begin with release/', 'Run CI on pushes to branches release/**'],
    ['Measure the coverage of web', 'Run coverage for web'],
    ['Make cart fail if less than 90% of it is covered by tests', 'Fail CI if the coverage of cart is below 90 %'],
  ])('are understood: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'cart finishes in 10 minutes',
    'cart is done in 10 minutes',
    'Lint web and be done',
    'Measure the tests of web',
    'Remove the matrix of web',
    'Test Go on three versions: 1.25 and 1.26',
    'Lint folders starting with v',
  ])('are asked about where they are none: %s', (words) => {
    expectQuestion(words);
  });
});

describe('What starts and delivers, in other words', () => {
  it.each([
    ['Run CI as soon as a PR is opened', 'Run CI on pull requests'],
    ['Start the pipeline after each merge to main', 'Run CI on pushes to main'],
    ['Release the recommender package to PyPI whenever a tag is created', 'Publish recommender to PyPI on tags'],
    ['recommender should be released to PyPI by hand', 'Publish recommender to PyPI by hand'],
    ['The Python package should be published to PyPI automatically on every tag', 'Publish Python to PyPI on tags'],
    ['With every release tag, people should find a fresh recommender on PyPI', 'Publish recommender to PyPI on tags'],
    [
      'Whenever something lands on main, the new cart image should be available in ghcr.io',
      'Push cart image to ghcr.io on main',
    ],
    [
      'Sign the cart image and publish it to ghcr.io on release tags',
      'Sign the cart image, push it to ghcr.io on tags',
    ],
    ['The image of web should be pushed to ghcr.io when main is updated', 'Push web image to ghcr.io on main'],
    ['Provide the image of web for x86 and ARM', 'Build the image of web for amd64 and arm64'],
  ])('is understood: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Format web automatically',
    'Build the new version of web',
    'Publish it to ghcr.io on tags',
    'The recommender release is on PyPI',
    'Start the pipeline after each merge',
  ])('is asked about where too little is said: %s', (words) => {
    expectQuestion(words);
  });
});

describe('What is taken away in other words', () => {
  it.each([
    ['Take the linter out of web', 'Do not lint web'],
    ['Leave the format check out for cart', 'Do not format cart'],
    ['It makes no sense to lint ledger', 'Do not lint ledger'],
    ['There is no point in linting ledger', 'Do not lint ledger'],
    ['Please do not waste runner time on formatting checks for cart', 'Do not format cart'],
  ])('is understood: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Take web out of the pipeline',
    'We waste a lot of time on formatting checks',
    "Don't spend 20 minutes on linting",
  ])('is asked about where it is something else: %s', (words) => {
    expectQuestion(words);
  });

  it.each(['There is no point in testing web', "Don't waste time on tests", 'Take the tests out of web'])(
    'is refused where nobody may: %s',
    (words) => {
      expect(read(words, SHOP)).toMatchObject({ request: { intents: [] }, refused: [{ rule: 'removes-tests' }] });
    },
  );
});

describe('What is told before a wish, or behind it', () => {
  it.each([
    ['No unformatted Python should make it into main', 'Format Python'],
    [
      'A pull request that drops the coverage of cart below 70 percent must not be merged',
      'Fail CI if the coverage of cart is below 70 %',
    ],
    [
      'The image of ledger should be looked through for security holes before it goes anywhere',
      'Scan the image of ledger',
    ],
    ['Test web before we ship it', 'Test web'],
    ['If ledger takes longer than 30 minutes, it is stuck. Kill it.', 'Give ledger 30 minutes'],
    ['If cart runs over ten minutes, something is wrong. Please abort it then.', 'Give cart 10 minutes'],
    ['The cart tests connect to Redis 7, so start one', 'cart needs Redis 7'],
    ['Half of us use Windows, so we need web to be tested there too', 'web should be tested on Windows too'],
    ['For the Java part we need something that looks for vulnerable dependencies', 'Audit Java'],
    ['Add an SBOM to each container image', 'Add an SBOM to each image'],
  ])('is understood with it: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'No Python should make it into main',
    'Test web before it is deployed to production',
    'Deploy web before anything goes out',
    'If cart takes longer than ten minutes, lint it. Kill it.',
    'If ledger takes longer than 30 minutes, the boss complains. Lint web.',
    'The cart tests talk to Redis and Kafka, so start one',
    'web is slow, so we lint it',
    'A change that drops the coverage of cart must not be merged',
  ])('is asked about where it says more, or less: %s', (words) => {
    expectQuestion(words);
  });
});

describe('Words that many wishes share', () => {
  it.each([
    ['Set the timeout of all jobs to one hour', 'Give everything 60 minutes'],
    ['Everything in cart should be linted', 'Lint cart'],
    ['Please set up the following: type checking for web, secret scanning', 'Typecheck web. Scan for secrets'],
    ['Do a full run each night at 3', 'Run CI every night at 3'],
    ['Could the pipeline also be kicked off by hand, please?', 'Run CI by hand'],
    ['It is enough to run CI for pull requests', 'Run CI on pull requests'],
    ['Before a pull request is merged, the Go code has to compile', 'Build Go'],
    ['When we merge to main, a new image of web should be uploaded to ghcr.io', 'Push web image to ghcr.io on main'],
    [
      'The recommender package has to appear on PyPI each time we push a version tag',
      'Publish recommender to PyPI on tags',
    ],
    ['Push the web image to ghcr.io when somebody creates a release', 'Push web image to ghcr.io on tags'],
    [
      'Once ledger is tagged, roll it out to production via Argo CD, but only after someone signed it off',
      'Deploy ledger to production through Argo CD on tags after approval',
    ],
    ['Build the web image for arm64 only', 'Build the web image for arm64'],
  ])('are understood: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Everything in cart and nothing else',
    'Lint everything in the payments service',
    'Before web is merged, lint cart quickly',
    'Before a pull request is merged, someone has to look at it',
    'Do a full review each night at 3',
    'Someone signed it off',
    'It is enough to be tired',
    'Only build the web image for arm64 when asked',
    'Run CI when somebody deletes a tag',
  ])('are asked about beside others: %s', (words) => {
    expectQuestion(words);
  });
});

describe('What fails the build', () => {
  it.each([
    ['Lint errors in web should fail the build', 'Lint web'],
    ['Vulnerable dependencies must fail the build', 'Audit everything'],
    ['From now on, dependencies with known holes in recommender should make CI fail', 'Audit recommender'],
    ['No image without a signature, please', 'Sign all images'],
    ['Lint cart, test ledger, and an SBOM for each image', 'Lint cart. Test ledger. Add an SBOM to each image'],
  ])('is a check: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Tests should fail the build',
    'web should fail',
    'Holes in cart should fail the build',
    'Type errors in web should not fail CI',
    'Vulnerable dependencies may be merged',
    'The vulnerable dependencies of web failed the build',
    'No image without cart',
    'The reviewers would like the Go code to be linted',
  ])('is asked about where it is not plain: %s', (words) => {
    expectQuestion(words);
  });
});
