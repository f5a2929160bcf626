import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

describe('What nobody named', () => {
  it.each([
    'Sign its image.',
    'Scan its image and attach an SBOM.',
    'Push its image to ghcr.io on tags.',
    'Push that to ghcr.io on tags.',
    'Sign that image.',
    'That image should be signed.',
    'Stop linting it.',
    'Drop its linter.',
    'Test on Windows and lint it.',
    'This service should be linted.',
    'Audit its dependencies.',
    'Require 80 % coverage of it.',
    'Lint the service.',
    'Give the service 20 minutes.',
    'Lint web. Test the service on Node 22.',
    'Test cart. Run the tests on Windows and Linux.',
    'Lint cart. Test on Windows and Linux.',
    'Sign their images.',
    'Build it for linux/amd64 and linux/arm64.',
    'Give its chart 3 replicas.',
    'Test its code on Windows.',
    'Test it on Windows.',
    'Test it on Node 22 and 24.',
    'Run its tests on Windows in addition to Linux.',
    'Deploy it to staging with Helm on tags.',
    'Run it on self-hosted runners.',
    'Give them 20 minutes.',
    // What starts, and when, is no code and no image.
    'Run the pipeline on tags and sign it.',
    'Run the pipeline on tags and push it to ghcr.io.',
    'Run the pipeline on tags and add an SBOM to it.',
    'Run the workflow every night at 3 and sign it.',
    'Run the pipeline on tags and deploy it to staging with Helm.',
    'Run the pipeline on tags and lint it.',
    "Run CI on pull requests. Don't lint on them.",
    'Run CI on tags. Lint on them.',
  ])('%s', (words) => {
    expectQuestion(words);
  });
});

describe('What was named before', () => {
  it.each([
    ['Test cart and sign its image.', 'Test cart. Sign the image of cart.'],
    ['Test cart. Sign its image.', 'Test cart. Sign the image of cart.'],
    ['Test cart. Push that to ghcr.io on tags.', 'Test cart. Push the image of cart to ghcr.io on tags.'],
    ['Lint web. Give its chart 3 replicas.', 'Lint web. Give web 3 replicas.'],
    ['Lint web, and give it 3 replicas.', 'Lint web. Give web 3 replicas.'],
    ['Lint web. Run its tests on Windows and Linux.', 'Lint web. Run the tests of web on Windows and Linux.'],
    [
      'recommender keeps breaking on Windows laptops. Run its tests on Windows and Linux.',
      'Run the tests of recommender on Windows and Linux.',
    ],
    ['Build the images and sign them.', 'Sign all images.'],
    ['Lint cart. That image should be signed.', 'Lint cart. Sign the image of cart.'],
    ['When a PR is opened, lint it.', 'Lint everything. Run CI on pull requests.'],
    ['Lint cart. Test everything on Windows and Linux.', 'Lint cart. Test all code on Windows and Linux.'],
    ['Run it on pull requests.', 'Run CI on pull requests.'],
    [
      'Our Python code needs to work on 3.11 and 3.12, each on Linux and macOS, and its formatting should be checked with black.',
      'Run the Python code on 3.11 and 3.12, on Linux and macOS. Format the Python code with black.',
    ],
    ['Lint ledger, and move it to Java 21.', 'Lint ledger. Move ledger to Java 21.'],
  ])('%s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Lint web, and take its chart away.',
    'Lint web with 3 replicas.',
    'web has to work on Node 22, and its linter too.',
    'Lint web, on Node 22.',
    'The linter of web needs to work on Node 22.',
    'Lint web and cart. Give its chart 3 replicas',
  ])('%s', (words) => {
    expectQuestion(words);
  });
});
