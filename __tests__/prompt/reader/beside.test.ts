import { describe, expect, it } from 'vitest';
import { read } from '../../../src/prompt/reader/read.ts';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';
import { SHOP } from './shop.ts';

describe('What is done, was not done, or somebody wants to know', () => {
  it.each([
    'Thanks for linting web.',
    'Thanks for linting web. Please test cart.',
    "I'd like to thank you for linting web",
    'We would have linted web',
    'web should have been linted',
    'You should not have linted web',
    'I want to know who lints web',
    "I'd like to know how we lint web",
    'Tell me why web is linted',
  ])('is asked about: %s', (words) => {
    expectQuestion(words);
  });

  it.each([
    ['Thanks for your help! Lint web.', 'Lint web'],
    ['web should have linting', 'Lint web'],
    ['cart should have its dependencies audited', 'Audit cart'],
    ['I want to know when one of our Go dependencies has a CVE', 'Audit Go'],
  ])('is told from what is wished: %s', (words, plain) => {
    expectSame(words, plain);
  });
});

describe('What may be wanted, or be none', () => {
  it.each(['No failing tests', 'No broken builds'])('is asked about: %s', (words) => {
    expectQuestion(words);
  });

  it.each([
    ['No tests', 'removes-tests'],
    ['Let the bot approve the pull requests automatically.', 'skips-review'],
    ['Have a bot approve all dependency updates', 'skips-review'],
  ])('is refused where it is plain: %s', (words, rule) => {
    expect(read(words, SHOP)).toMatchObject({ request: { intents: [] }, refused: [{ rule }] });
  });
});

describe('Hours of a day', () => {
  it.each([
    ['Run CI at 6:00 and 18:00 every day', '0 6,18 * * *'],
    ['Run CI every day at 6 am and 6 pm', '0 6,18 * * *'],
    ['Run CI on weekdays at 8 and 20', '0 8,20 * * 1-5'],
    ["Twice a day is enough for the pipeline: at 8 and at 20 o'clock UTC", '0 8,20 * * *'],
    ['Run CI on Mondays and Fridays at 6 and 18', '0 6,18 * * 1,5'],
  ])('are one schedule: %s', (words, cron) => {
    expect(read(words, SHOP).request.intents).toEqual([{ kind: 'trigger', on: 'schedule', ensure: true, cron }]);
  });

  it.each([
    'Run CI every day at 6:00 and 18:30',
    'Run CI every Monday at 6 and every Friday at 8',
    'Run CI at 6 on Mondays and at 8 on Fridays',
    'Run CI twice a day at 8',
    'Run CI twice a week at 8 and 20',
    'Once a day at 6 is not enough',
  ])('are asked about where they are several, or too few: %s', (words) => {
    expectQuestion(words);
  });
});

describe('A wish that is whole without the name of the one behind it', () => {
  it.each([
    'Deploy the app to production, and lint cart',
    'Deploy to staging with Helm on tags and lint cart',
    'Push the image to ghcr.io on tags and lint cart',
    'Lint the code and test cart',
    'Lint the services and sign the image of cart',
    'Test on Windows and lint web',
    'Set a timeout of 20 minutes, and test web',
  ])('is asked about: %s', (words) => {
    expectQuestion(words);
  });

  it.each([
    [
      'Lint, test and deploy cart to staging with Helm on tags',
      'Lint and test cart. Deploy cart to staging with Helm on tags.',
    ],
    [
      'Set up linting and deploy web to staging with Helm on tags',
      'Lint web. Deploy web to staging with Helm on tags.',
    ],
    ['Start Redis and test cart', 'cart needs Redis. Test cart.'],
    ['On Node 22, test web', 'Test web on Node 22'],
  ])('is none where a verb is shared: %s', (words, plain) => {
    expectSame(words, plain);
  });
});

describe('A wish beside another', () => {
  it.each([
    ['Turn off linting in web, but keep the type check', 'Do not lint web. Typecheck web'],
    [
      'Publish recommender to PyPI on tags and push the images to ghcr.io from main',
      'Publish recommender to PyPI on tags. Push all images to ghcr.io from main',
    ],
    [
      'First lint and test everything, then build the images without pushing them',
      'Lint everything. Test everything. Never push the images',
    ],
    ['Audit ledger and gitleaks for everything', 'Audit ledger. Run gitleaks for everything'],
    ['The images should be built on every PR but only pushed on main', 'Push all images on main'],
    ['Build the web image on pull requests, push it on tags', 'Push the web image on tags'],
  ])('is one of its own: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Lint web and cart and build the images',
    'When a tag is pushed, build everything and push the images',
    'Do not lint web but keep the schedule',
    "Don't lint web, mypy for recommender",
    'Lint web, mypy',
    'Build the images on tags and push them on main',
  ])('is asked about where it may be for others: %s', (words) => {
    expectQuestion(words);
  });

  it.each(['Push the images on pull requests', 'Build and push the images on pull requests'])(
    'is refused where a pull request would push: %s',
    (words) => {
      expect(read(words, SHOP)).toMatchObject({
        request: { intents: [] },
        refused: [{ rule: 'deploy-on-pull-request' }],
      });
    },
  );
});
