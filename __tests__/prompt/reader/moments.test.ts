import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

const BOTH = 'Publish recommender to PyPI on tags. Push the image of recommender to ghcr.io on tags.';

describe('When something is delivered', () => {
  it.each([
    ['Publish recommender to PyPI on tags, and push its image to ghcr.io, on tags as well.', BOTH],
    ['Publish recommender to PyPI on tags, and push its image to ghcr.io on tags as well.', BOTH],
    ['Publish recommender to PyPI on tags, and push its image to ghcr.io on tags.', BOTH],
    [
      'Publish recommender to PyPI on tags, build its image for linux/amd64 and linux/arm64 and push that to ghcr.io, on tags too.',
      `${BOTH} Build the image of recommender for linux/amd64 and linux/arm64.`,
    ],
    ['After each merge, the web image should be pushed to ghcr.io.', 'Push the web image to ghcr.io on main.'],
    ['On every merge, push the web image to ghcr.io.', 'Push the web image to ghcr.io on main.'],
    ['After every merge, push the web image to ghcr.io.', 'Push the web image to ghcr.io on main.'],
    ['On tags, push the web image to ghcr.io.', 'Push the web image to ghcr.io on tags.'],
  ])('is said of what it stands with: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Publish recommender to PyPI on tags, and push its image to ghcr.io on main as well.',
    'Push the web image on tags as well.',
    'Before each merge, push the web image to ghcr.io.',
    'On every merge, lint web.',
    'On merge, push the web image.',
    'Merge, then push the web image.',
  ])('is asked about where it may be another: %s', (words) => {
    expectQuestion(words);
  });
});

describe('What runs before a merge', () => {
  it.each([
    ['Run CI before we merge', 'Run CI on pull requests'],
    ['The pipeline must run before anything is merged', 'Run CI on pull requests'],
    ['Run CI before merging into main', 'Run CI on pull requests to main'],
    ['Run CI before merging a PR into main', 'Run CI on pull requests to main'],
    ['Run CI before a pull request gets merged', 'Run CI on pull requests'],
    ['CI must run before a PR is merged into main', 'Run CI on pull requests to main'],
    ['Run the pipeline before we merge, not on pushes', 'Run CI on pull requests, not on pushes'],
  ])('runs on pull requests: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'We run CI before we merge',
    "Don't run CI before we merge",
    'Run CI before and after we merge',
    'Run CI before merging feature/* into main',
    'Run CI before we merge main into release/1',
    'Run CI before merging dependabot/** branches',
  ])('is asked about where it is told or turned: %s', (words) => {
    expectQuestion(words);
  });
});
