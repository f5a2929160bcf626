import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

describe('What is said shortly', () => {
  it.each([
    // An arrow says where something goes, and what takes the place of a value.
    ['ledger -> maven central, manual only', 'Publish ledger to Maven Central by hand'],
    ['web => npm on tags', 'Publish web to npm on tags'],
    ['web -> staging on merge to main via helm', 'Deploy web to staging with Helm from main'],
    ['bump java 21 -> 25 for ledger', 'Bump Java to 25 for ledger'],
    ['timeout of cart: 10 -> 20 minutes', 'Give cart 20 minutes'],
    // What was taken away in words of its own.
    ['drop the nightly run and let me start it manually instead', 'Drop the schedule. Allow manual runs.'],
    ['run it every night at 3 instead of on every push', 'Run every night at 3, but not on pushes'],
    // What is known then.
    ['run CI every saturday at 6am utc, then we know what broke', 'Run CI every Saturday at 6:00'],
    ['have it run saturdays at 6am utc', 'Run CI every Saturday at 6:00'],
  ])('is read in full: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'lint web -> cart',
    'web -> cart',
    'use biome instead',
    'lint cart instead of web',
    'trigger on tags instead of pushes to main',
    'have it linted yet?',
  ])('is asked about where it says too little: %s', (words) => {
    expectQuestion(words);
  });
});

describe('What an image is made of', () => {
  it.each([
    [
      'security wants to know exactly which packages sit inside the ledger container',
      'Attach an SBOM to the image of ledger',
    ],
    ['show what our images are made of', 'Attach an SBOM to all images'],
    ["we'd like to see which libraries are in the web image", 'Attach an SBOM to the image of web'],
  ])('is a bill of materials: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'what is in the image?',
    'know which packages in the web image have CVEs',
    'we know what is in the web image',
  ])('is not wished where it is asked or told: %s', (words) => {
    expectQuestion(words);
  });
});

describe('Where something comes to by a tag or a merge', () => {
  it.each([
    ['cutting a tag should be enough for web to show up on npm', 'Publish web to npm on tags'],
    ['recommender should turn up on PyPI whenever we tag', 'Publish recommender to PyPI on tags'],
    [
      'argo should pick up every merge to main and bring web to the dev environment',
      'Deploy web to dev through Argo CD from main',
    ],
  ])('is published or deployed: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each(['argo picks up every merge to main and brings web to dev', 'web shows up on npm when we tag'])(
    'is told, where nobody says that it should: %s',
    (words) => {
      expectQuestion(words);
    },
  );
});
