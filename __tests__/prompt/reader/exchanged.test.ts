import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

describe('One thing in the place of another', () => {
  it.each([
    ['swap checkstyle for spotbugs in ledger', 'use spotbugs for ledger'],
    ['Replace checkstyle with spotbugs in ledger', 'use spotbugs for ledger'],
    ['exchange mypy with pyright in recommender', 'use pyright for recommender'],
    ['Switch from biome to eslint for linting in web', 'Lint web with eslint'],
    ['switch web from biome to eslint for linting', 'Lint web with eslint'],
    ['Instead of biome, lint web with eslint', 'Lint web with eslint'],
    ['Rather than biome use eslint to lint web', 'Lint web with eslint'],
    ['replace postgres 16 by 17 for ledger', 'ledger needs postgres 17'],
    ['switch cart from redis 7 to 8', 'cart needs redis 8'],
    ['replace Go 1.24 with 1.26 in cart', 'Use Go 1.26 for cart'],
    ["swap Windows for Linux in cart's tests", 'Run the tests of cart on Linux'],
    ['rather than docker hub, push the images to quay.io on tags', 'Push the images to quay.io on tags'],
    ['push the images to quay.io rather than docker hub on tags', 'Push the images to quay.io on tags'],
    ['deploy web to staging through Argo CD instead of Helm on tags', 'Deploy web to staging through Argo CD on tags'],
  ])('is what comes in its place: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Replace redis with valkey for cart',
    'Move ledger from Postgres to MySQL',
    'Replace cart with web',
    'Swap web and cart',
    'Replace biome',
    'Instead of cart, lint web',
  ])('is asked about where it is no one thing: %s', (words) => {
    expectQuestion(words);
  });
});

describe('Instead of what the sentence before took away', () => {
  it.each([
    [
      'Drop the push trigger; run on pull requests and in the merge queue instead.',
      'Drop the push trigger. Run on pull requests. Run on the merge queue.',
    ],
    ['Drop the schedule. Start it by hand instead.', 'Drop the schedule. Run CI by hand.'],
    ['Stop linting web. Format it instead.', 'Stop linting web. Format web.'],
  ])('is what is said: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Drop the push trigger. Lint web instead.',
    'Run on pushes. Run on pull requests instead.',
    "Don't drop the push trigger. Run on pull requests instead.",
    'Drop the push trigger and the schedule. Run on pull requests instead.',
    'Drop the push trigger. Instead of that, run on tags.',
  ])('is asked about where it may be of something else: %s', (words) => {
    expectQuestion(words);
  });
});

describe('What is moved from one value to another', () => {
  it.each([
    ['Move web from Node 22 to 24 and cart from Go 1.24 to 1.25', 'Use Node 24 for web. Use Go 1.25 for cart.'],
    [
      'Switch web from Node 22 to Node 24, and ledger from Java 21 to 25',
      'Use Node 24 for web. Use Java 25 for ledger.',
    ],
    ['Switch web from Node 22 to 24 and cart from 1.24 to 1.25', 'Use Node 24 for web. Use Go 1.25 for cart.'],
    ["Move ledger's postgres from 16 to 17", 'ledger needs Postgres 17'],
    ['Upgrade Postgres from 16 to 17 for ledger', 'ledger needs Postgres 17'],
    ["Move cart's runner from ubuntu-22.04 to ubuntu-24.04", "Move cart's runner to ubuntu-24.04"],
    ['Move cart to Go 1.26 from 1.25', 'Use Go 1.26 for cart'],
    ['Upgrade to Go 1.26 from Go 1.25 in cart', 'Use Go 1.26 for cart'],
    ['Upgrade recommender to python 3.13 (from 3.11)', 'Use Python 3.13 for recommender'],
    ['Upgrade cart from 1.25 to Go 1.26', 'Use Go 1.26 for cart'],
    ['Move to Java 25 from 21 in ledger', 'Use Java 25 for ledger'],
    ['Raise the timeout of ledger to 30 minutes from 20', 'Give ledger 30 minutes'],
    ['Switch cart from ubuntu-latest to self-hosted', 'Run cart on self-hosted runners'],
    ['Raise the timeout of web from 10 to 20 minutes', 'Give web 20 minutes'],
    ['Increase the memory of web from 256Mi to 512Mi', 'Give web 512Mi of memory'],
    ['Raise the coverage of cart from 70 to 80 percent', 'cart needs at least 80 % coverage'],
  ])('has the new one: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Move web from Node 22 to 24 or 26',
    "Don't move web from Node 22 to 24",
    'Scale web from 2 to 4 replicas',
    'Move web from 22 to 24',
    'Set cart to Go 1.26 from 1.25',
    'Move ledger to Postgres 17 from MySQL 8',
    'Bring CI from 20 minutes to 10 minutes',
    'Reduce the run time of ledger from 20 minutes to 10 minutes',
    'Use Go 1.26, up from 1.25, in cart',
    'Go 1.26 for cart (now 1.25)',
    'Move cart from ubuntu-22.04 to ubuntu-24.04 or self-hosted',
    'Move web from Node 22 to 24 and test cart from Go 1.24 to 1.26',
  ])('is asked about where nobody can tell: %s', (words) => {
    expectQuestion(words);
  });
});

describe('Another moment', () => {
  it.each([
    ['Push the web image on tags instead of on every merge', "Push web's image on tags"],
    ['Push the web image on tags, not on every merge', "Push web's image on tags"],
    ['push the images on main, never from a PR', 'Push the images on main'],
    ['push the images on tags but not on main', 'Push the images on tags'],
    ['publish web to npm on tags, not on pushes', 'Publish web to npm on tags'],
    ['Push the web image to ghcr.io on main, not on tags', 'Push the web image to ghcr.io on main'],
    ['Publish web to npm on tags, not by hand', 'Publish web to npm on tags'],
    ['Run on PRs that touch web/** only', 'Run CI on pull requests that touch web/**'],
    ['Run CI on pushes only to main', 'Run CI on pushes to main'],
  ])('than the one that is said is none: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each(['Deploy web to staging with Helm on tags, not on tags', 'Run CI on pushes to main only'])(
    'is asked about where more may go: %s',
    (words) => {
      expectQuestion(words);
    },
  );
});

describe('What remains', () => {
  it.each([
    ['Drop node 20 from the web matrix, keep 22 and 24', 'Use Node 22 and 24 for web'],
    ['drop node 20 for web, only test on 22 and 24', 'Use Node 22 and 24 for web'],
    ["remove python 3.11 from recommender's tests, 3.12 and 3.13 stay", 'Use Python 3.12 and 3.13 for recommender'],
    ['drop windows for cart, keep linux and macos', 'Run the tests of cart on Linux and macOS'],
    ['no arm builds for web please, amd64 only', "Build web's image for amd64"],
    ['drop arm64 from the web image, amd64 is enough', "Build web's image for amd64"],
  ])('is wished where one of several goes: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Drop Node 20 for web, keep Node 20',
    'Drop Windows and the linter, keep Linux',
    'Drop Node 20 and Python 3.11, keep 22',
    'Drop Node 20 for web',
  ])('is asked about where it is not said: %s', (words) => {
    expectQuestion(words);
  });
});

describe('Whom a sentence leaves as they are', () => {
  it.each([
    ['Lint and test cart, but leave web alone', 'Lint and test cart'],
    ["don't touch web, lint cart", 'Lint cart'],
    ['keep web and cart unchanged, audit ledger', 'Audit ledger'],
  ])('adds nothing: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Lint everything, leave ledger alone',
    'Leave web alone',
    'Lint web, leave web alone',
    'Leave web alone and lint it',
    'Drop the linter, leave web alone',
  ])('is asked about where it may leave something out: %s', (words) => {
    expectQuestion(words);
  });
});
