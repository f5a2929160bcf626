import { describe, expect, it } from 'vitest';
import { read } from '../../../src/prompt/reader/read.ts';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';
import { SHOP } from './shop.ts';

describe('Checks, an image and a limit in one sentence', () => {
  it.each([
    [
      'Lint and build recommender, push its image to ghcr.io on tags, and stop its jobs after 25 minutes.',
      'Lint recommender. Build recommender. Push the image of recommender to ghcr.io on tags. Give recommender 25 minutes',
    ],
    [
      'Lint and test recommender, push its image on tags',
      'Lint and test recommender. Push the image of recommender on tags',
    ],
    ['Lint and sign the web image', 'Lint web. Sign the image of web'],
    ['Build, scan and sign the web image', 'Scan and sign the image of web'],
    ['Sign all images and add an SBOM to each', 'Sign all images and add an SBOM to all images'],
    ['Lint web and cart, and give 10 minutes to each', 'Lint web and cart. Give web and cart 10 minutes'],
  ])('are each of what they are said of: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Build, test and push the web image on tags',
    'Stop pushing the web image after 10 minutes',
    'Push the image of web on tags and stop the push after 10 minutes',
    'Give 10 minutes to each',
  ])('are asked about where nobody can tell: %s', (words) => {
    expectQuestion(words);
  });
});

describe('What people start whenever they like', () => {
  it.each([
    ["I'd like to be able to kick off a run whenever I feel like it", 'Run CI by hand'],
    ['Let us trigger the pipeline any time we like', 'Run CI by hand'],
    ['Deploy web to staging with Helm whenever we want', 'Deploy web to staging with Helm by hand'],
  ])('is started by hand: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each(['Run the tests when you need to', 'Scan the image of web when you want'])('is no check: %s', (words) => {
    expectQuestion(words);
  });
});

describe('A check that may fail', () => {
  it.each([
    "ledger's audit always finds something we can't fix. Mark it as allowed to fail.",
    'Mark the tests of web as allowed to fail',
    'The coverage check is annoying, let it report success whatever it finds.',
  ])('is refused: %s', (words) => {
    expect(read(words, SHOP).refused).not.toEqual([]);
  });
});

describe('What people install', () => {
  it.each([
    [
      'Whenever a release is tagged, customers want to install recommender from PyPI',
      'Publish recommender to PyPI on tags',
    ],
    ['Users should be able to install recommender from PyPI when we tag', 'Publish recommender to PyPI on tags'],
    ['Let govulncheck go over the Go dependencies', 'Audit the Go code with govulncheck'],
  ])('is published, and what a tool looks at is its check: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'We install recommender from PyPI',
    'Install recommender from PyPI before the tests',
    'recommender should get its packages from PyPI',
    'Lint the dependencies of web with eslint',
    'Half of recommender is never executed by any test',
  ])('is not, where it is only told or used: %s', (words) => {
    expectQuestion(words);
  });
});
