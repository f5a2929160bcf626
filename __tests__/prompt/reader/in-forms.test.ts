import { describe, expect, it } from 'vitest';
import { read } from '../../../src/prompt/reader/read.ts';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';
import { SHOP } from './shop.ts';

describe('How far something grows', () => {
  it.each([
    ['HPA for web, min 2 max 8, at 75% cpu', 'Autoscale web between 2 and 8 replicas at 75% CPU'],
    ['autoscale web with max 8 and min 2 replicas', 'Autoscale web between 2 and 8 replicas'],
  ])('is said by its ends: %s', (words, plain) => {
    expectSame(words, plain);
  });
});

describe('What somebody would love to see', () => {
  it.each([
    [
      'I would love to see an SBOM and a signature on every image we publish.',
      'Add an SBOM and a signature to all images',
    ],
    ["I'd like to see web linted", 'Lint web'],
  ])('is wished: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it('is asked about where it is a reason', () => {
    expectQuestion("I'd like to see why web fails");
  });
});

describe('A value behind a colon', () => {
  it.each([
    ['coverage gate for recommender: 80%, for cart: 75%', '80% coverage for recommender, 75% for cart'],
    ['timeout for web: 10 min, for cart: 20 min', 'Give web 10 minutes and cart 20 minutes'],
  ])('is that of whom it stands behind: %s', (words, plain) => {
    expectSame(words, plain);
  });
});

describe('How often is enough', () => {
  it.each([
    ['every 6 hours is enough', 'Run CI every 6 hours'],
    ['every 6 hours would be enough for the scheduled run', 'Run CI every 6 hours'],
    ['20 minutes is enough for web', 'Give web at most 20 minutes'],
  ])('is told from how long: %s', (words, plain) => {
    expectSame(words, plain);
  });
});

describe('A name and a version in one word', () => {
  it.each([
    ['add pg17 to the ledger tests', 'ledger needs postgres 17'],
    ['py3.12 for recommender', 'Use Python 3.12 for recommender'],
    ['golang1.25 for cart', 'Use Go 1.25 for cart'],
    ['raise cart coverage to 85', '85% coverage for cart'],
    ['512Mi for cart', 'Give cart 512Mi of memory'],
  ])('is read: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it('is none of what runs the code where it is that of a language or a tool beside it', () => {
    const [unit] = SHOP.units;
    const profileOf = (ecosystem: 'php' | 'dotnet') => ({ ...SHOP, units: unit ? [{ ...unit, ecosystem }] : [] });
    expect(read('Test the code with PHP 8.4', profileOf('php')).request.intents).not.toEqual([]);
    expect(read('Test the code with Composer 2.7', profileOf('php')).request.intents).toEqual([]);
    expect(read('Test the code with C# 12', profileOf('dotnet')).request.intents).toEqual([]);
  });
});

describe('What stands before the name of a second environment', () => {
  it.each([
    'Deploy web to staging on main with Helm, approval for production',
    'Deploy web to staging on main with Helm, with approval to production',
  ])('is said of that one: %s', (words) => {
    const deploy = { kind: 'deploy', for: { service: 'web' } };
    expect(read(words, SHOP).request.intents).toEqual([
      { ...deploy, environment: 'staging', through: 'helm', on: 'default-branch' },
      { ...deploy, environment: 'production', approval: true },
    ]);
  });
});
