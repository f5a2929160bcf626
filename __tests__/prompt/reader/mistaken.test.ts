import { describe, expect, it } from 'vitest';
import { read } from '../../../src/prompt/reader/read.ts';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';
import { SHOP } from './shop.ts';

describe('What could be taken for another wish', () => {
  it.each([
    // Whom `both` and `all` are for when the wish before them was two.
    'Lint web, format cart, both with a timeout of 10 minutes',
    'Test web on Node 22 and cart on Go 1.25, all on Linux and macOS',
    'Publish web to npm and recommender to PyPI, both on tags',
    'Deploy web to staging with Argo CD and cart to production with Argo CD, each on tags',
    // The release of a system is no version of a language.
    'Test cart on Ubuntu 22.04',
    'Test web on macOS 15',
    // What an image is built with stands in its Dockerfile.
    "Build web's image with Node 24",
    "Build web's image on Windows",
    'Scan the image of cart on macOS',
    "Build the images except ledger's",
    "Scan all images except web's",
    "Build the images for arm64 except web's",
    // What is left out of one wish is not left out of the other.
    'Lint everything but ledger, format everything but web',
    // A name of the repository may be a label.
    'Run ledger on self-hosted runners with labels linux, big and java',
    'Test web with Node 22 and lint it with Node 24',
    // A verb of its own may end what a no began.
    "Don't push web's image, sign it",
    // A branch beside a check is no branch of the event before it.
    'On pull requests lint, on main test',
    // A change of which nobody says how far it goes.
    'Upgrade cart',
    'Upgrade cart to the latest Go',
    'Move web to staging',
    // Behind a comma an event may be the one that is wanted.
    'Not on push, on PRs',
    'No runs on pushes, on pull requests',
    'All but lint for web',
    'Everything but the formatter for cart',
    // What is not all that is wanted is not taken away.
    "Don't just lint web, test it too",
    "Don't only lint web",
    'Not only lint web but also format it',
    "Don't sign images, scan them",
    // A sentence without a verb may go on with the no before it.
    'Drop the linter. And the tests.',
    'Drop the linter. The tests too.',
    // What somebody is reminded of is so already; what is left out has no name here; two of four are not named.
    "Don't forget that cart has its own linter, lint web",
    'Format all code but generated code',
    'Lint both services',
    // What is said before two environments may be meant for both.
    'Approval for staging and production deploys of web',
    'On tags deploy web to staging and production with Helm',
    // An image is one, whatever starts its build.
    'Build web for linux/amd64 on push and linux/arm64 on tags',
    // Two deeds on two systems, versions or events.
    'Test on Windows and lint on Linux',
    'Test web on Node 22, build it on Node 24',
    'Lint on PRs, test on pushes',
    'Run lint on PRs and tests on pushes to main',
    'Lint web with the label x',
    // What starts the pipeline starts all of it, in whatever part of a sentence it is said.
    'Lint web on PRs and test cart on pushes',
    'Lint web on pull requests. Test cart on pushes to main.',
    // A list without `and` may end before what a no is for.
    'No SBOM, provenance',
    'No linter, formatter for web',
    'Without SBOM, sign the web image',
    "Don't sign, push the web image to ghcr.io on tags",
    // An image can be checked for more than one thing.
    'Check the images of web',
    'Verify the web image',
    'Check the web image for arm64',
    // What stands behind the last of two may be for both.
    'Deploy web to staging and cart to production with Helm on tags',
    'Deploy web to staging, cart to production through Argo CD',
    'Deploy web to staging with Helm and cart to production with Helm on tags',
    'Publish web to npm and recommender to PyPI by hand',
    // A name behind a value may be one more of what is wished, or of what it is wished with.
    'Test ledger with Postgres 16 and cart',
    'Test web on Windows and cart',
    'Give web 10 minutes and cart',
    'Give web 3 replicas and cart',
    'Give web 256Mi of memory and cart',
    'Run web on self-hosted runners and cart',
    'Deploy web to staging with Helm on tags and cart',
    'Push the image of web to ghcr.io on tags and cart',
    'web needs 80 % coverage and cart',
    'Deploy web to staging with Helm and cart',
    // The image that was named, or that of whom was named last.
    'Build the image of web, test cart, and push it to ghcr.io on tags',
    'Build the image of web, test cart, and sign it',
    'Build the image of web. Test cart. Sign it.',
    'Build the web image and lint cart; push it to ghcr.io on tags',
    'Sign the image of web and lint cart and deploy it to staging with Helm on tags',
    // No line of cron is made of what is left out.
    'Run CI every weekday but Friday at 6',
    // All that was named, or what was named last.
    'Lint web, format cart and give them 10 minutes',
    'Lint web. Format cart. Give them 10 minutes.',
    // No such version is known.
    'Test web on Node 99',
    'Test cart on Go 25',
    'Use Java 1.2 for ledger',
    'Test recommender on Python 13',
    'cart needs Redis 99',
    // A package is no image.
    "Sign recommender's package",
    'Sign the packages',
    // A label of a pull request is none of a runner.
    'Run CI for pull requests labelled ready',
    'Run CI on PRs with the label e2e',
  ])('is asked about: %s', (words) => {
    expectQuestion(words);
  });

  it.each([
    'Drop linting from web and formatting from cart',
    'Skip linting for web and formatting for cart',
    'Stop linting web and formatting cart',
    'No linting for web or formatting for cart',
    'Turn off lint for web and format for cart',
  ])('is taken away as the one before it is: %s', (words) => {
    expect(read(words, SHOP).request.intents).toEqual([
      { kind: 'check', for: { service: 'web' }, check: 'lint', ensure: false },
      { kind: 'check', for: { service: 'cart' }, check: 'format', ensure: false },
    ]);
  });

  it.each(['Drop linting from web and tests from cart', 'Skip linting for web and testing for cart'])(
    'is refused as it is alone: %s',
    (words) => {
      expect(read(words, SHOP)).toMatchObject({ request: { intents: [] }, refused: [{ rule: 'removes-tests' }] });
    },
  );

  it.each(['No linting for web, formatting for cart', 'Drop linting from web, but formatting for cart'])(
    'may be the contrary behind a comma or a but: %s',
    (words) => {
      expect(read(words, SHOP).request.intents).toEqual([]);
    },
  );
});

describe('What is for all that was named', () => {
  it.each([
    ['Lint web on PRs and test cart on PRs', 3],
    ['Lint web and cart, and give them 10 minutes', 4],
    ['Lint web, build the images of cart and sign them', 2],
    ['Lint web and test cart', 2],
    ['No SBOM and no provenance for web', 1],
    ['No linter, formatter or type check for web', 3],
    ['Check the images of web for vulnerabilities', 1],
    ['Deploy web to staging with Argo CD on tags and cart to production with Helm on tags', 2],
    ['Deploy web to staging and cart to production', 2],
    ['Test web on Node 26', 2],
    ['Test recommender on Python 3.15', 2],
    ['Deploy web and cart to staging, both with Helm', 2],
    ['Test web and cart, both on Windows', 4],
    ['Push the images of web and cart to ghcr.io, both on tags', 2],
    ['Lint all the code and test all of it', 2],
  ])('is for all of it: %s', (words, count) => {
    expect(read(words, SHOP).request.intents).toHaveLength(count);
  });
});

describe('When something is delivered', () => {
  it.each([
    [
      'On tags, publish web to npm and recommender to PyPI',
      'Publish web to npm on tags. Publish recommender to PyPI on tags',
    ],
    [
      'Publish web to npm and recommender to PyPI on tags',
      'Publish web to npm on tags. Publish recommender to PyPI on tags',
    ],
    [
      'On tags, push the web image and publish recommender to PyPI',
      'Push the web image on tags. Publish recommender to PyPI on tags',
    ],
    [
      'When main changes, push the web image and deploy cart to staging with Helm',
      'Push the web image from main. Deploy cart to staging with Helm from main',
    ],
    [
      'On tags, deploy web to staging with Helm and cart to production with Helm',
      'Deploy web to staging with Helm on tags. Deploy cart to production with Helm on tags',
    ],
  ])('is said first for all of it: %s', (words, plain) => {
    expectSame(words, plain);
  });
});
