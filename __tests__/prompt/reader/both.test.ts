import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

describe('What is told of people before it is wished for all of them', () => {
  it.each([
    ['our users are on node 20 and node 24, web has to run on both of these', 'web must work on Node 20 and 24'],
    [
      'Some customers still run Java 17, others are on 21 already, ledger has to keep both happy.',
      'ledger must work on Java 17 and 21',
    ],
    [
      'Customers run us on Python 3.11, others on 3.13; recommender has to survive both.',
      'recommender must work on Python 3.11 and 3.13',
    ],
    [
      'the team builds cart on macs and deploys it on linux, CI ought to cover both',
      'cart must work on macOS and Linux',
    ],
    [
      'Our laptops are arm64 and the servers are amd64, both pull the web container, so it has to exist for either of them.',
      'Build the image of web for arm64 and amd64',
    ],
    [
      'Our laptops are arm64 and the servers are amd64, so the web image has to exist for both.',
      'Build the image of web for arm64 and amd64',
    ],
    ['half of us have windows, the others linux. Test cart on both.', 'Test cart on Windows and Linux'],
    [
      'we have users on windows, linux and mac, so cart should be tested on all three',
      'cart should be tested on Windows, Linux and macOS',
    ],
    [
      'Half of our cluster is Graviton, the other half is Intel, and the web container should start on either.',
      'Build the image of web for arm64 and amd64',
    ],
    [
      'We ship cart to people on Macs too, so its tests should pass there as well.',
      'The cart tests should pass on macOS as well',
    ],
  ])('is what the wish is for: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    // As many as were told, of one kind, and for one.
    'users are on node 20, web has to run on both',
    'users are on node 20, 22 and 24, web has to run on both',
    'customers use java 17 and windows, ledger must support both',
    'half of us use windows and half linux, cart and web should run on both',
    'Our laptops are arm64, both pull the web container, so it has to exist for either of them.',
    'Our laptops are arm64 and the servers amd64, both pull the web container, so sign it for both.',
    'Our laptops are arm64 and the servers are amd64, so the web image exists for both.',
    // Only supposed.
    'if customers use node 20 and 22, test web on both',
    // Another wish than to be run there.
    'our users run windows and macs, give cart 20 minutes on both',
    'half of us are on Windows and half on Linux. Test cart on both and web on Linux.',
    'Some customers use Node 20, others are on 22. Give web both.',
    // What is told is a wish, too.
    'Lint cart on Windows and Linux, build it on both',
  ])('is asked about where it may be otherwise: %s', (words) => {
    expectQuestion(words);
  });
});

describe('How something is deployed, said of both environments', () => {
  const each = 'Deploy cart to staging from main through Argo CD. Deploy cart to production on tags through Argo CD';
  it.each([
    ['Deploy cart to staging from main and to production on tags, argo for both', each],
    ['Deploy cart to staging from main and to production on tags, both through Argo CD', each],
    [
      'Deploy cart to staging and to production, both on tags',
      'Deploy cart to staging on tags. Deploy cart to production on tags',
    ],
    [
      'deploy cart to staging from main and to production on tags, argo for both, production needs approval',
      `${each} after approval`,
    ],
    [
      'deploy web to staging and production, both with helm',
      'Deploy web to staging with Helm. Deploy web to production with Helm',
    ],
  ])('is for each of them: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    // The tags may be for both.
    'deploy web to staging and production on tags, both through argo',
    // Two ways, and three environments.
    'deploy web to staging with helm and to production on tags, argo for both',
    'deploy web to staging from main, to qa from main and to production on tags, argo for both',
  ])('is asked about where it is not: %s', (words) => {
    expectQuestion(words);
  });
});

describe('Both of two that two wishes have named', () => {
  it.each([
    ['Lint web and test cart, and give both 10 minutes', 'Lint web. Test cart. Give web and cart 10 minutes'],
    ['Test web and cart. Limit both to 10 minutes', 'Test web and cart. Give web and cart 10 minutes'],
    [
      'Publish web to npm and recommender to PyPI on tags, and give both a timeout of 10 minutes',
      'On tags, publish web to npm and recommender to PyPI. Give web and recommender 10 minutes',
    ],
  ])('are given something: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Lint web and give both 10 minutes',
    'Lint web, test cart, format ledger, and give both 10 minutes',
    'Test web on Linux and Windows, and give both 10 minutes',
    'Test cart on Go 1.25 and 1.26 and kill both after 10 minutes',
    'Lint web, test cart, both in 10 minutes',
  ])('are asked about where there are not two, or nothing is given: %s', (words) => {
    expectQuestion(words);
  });
});

describe('When each of several is delivered', () => {
  it.each([
    [
      'Publish web to npm and push its image to ghcr.io, both on tags',
      'Publish web to npm on tags. Push the image of web to ghcr.io on tags.',
    ],
    [
      'Publish web to npm and deploy it to production with Helm, both by hand',
      'Publish web to npm by hand. Deploy web to production with Helm by hand.',
    ],
    [
      'Push the image of web to ghcr.io and deploy it to staging with Helm, both on tags',
      'Push the image of web to ghcr.io on tags. Deploy web to staging with Helm on tags.',
    ],
    [
      'Publish web to npm, push its image to ghcr.io and deploy it to staging with Helm, all on tags',
      'Publish web to npm on tags. Push the image of web to ghcr.io on tags. Deploy web to staging with Helm on tags.',
    ],
    [
      'Lint cart & web; ship both to staging w/ helm from main',
      'Lint cart and web. Deploy cart and web to staging with Helm on main.',
    ],
    ['Give web and cart each 3 replicas and 200m CPU', 'Give web and cart 3 replicas and 200m CPU'],
    [
      'Publish web to npm on tags and push its image to ghcr.io on main',
      'Publish web to npm on tags. Push the image of web to ghcr.io on main.',
    ],
  ])('is said once: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Publish web to npm and lint it, both on tags',
    'Publish web to npm and deploy it to staging with Helm from main, both with approval',
  ])('is asked about where one of them cannot be so: %s', (words) => {
    expectQuestion(words);
  });
});
