import { describe, expect, it } from 'vitest';
import type { ProjectProfile } from '../../../src/domain/profile.ts';
import type { Intent } from '../../../src/domain/request.ts';
import { read } from '../../../src/prompt/reader/read.ts';
import { readWithReplies } from '../../../src/prompt/replies.ts';
import { expectSame } from './expect-same.ts';
import { SHOP } from './shop.ts';

/** A wish, and the same one in words that are understood for certain. */
const SAME: readonly (readonly [words: string, plain: string])[] = [
  ['Neither lint nor format ledger', 'Do not lint ledger. Do not format ledger'],
  ['Neither web nor cart should be linted', 'Do not lint web. Do not lint cart'],
  ['Run CI on pushes to main, but not on tags', 'Run CI on pushes to main. Do not run CI on tags'],
  ['Keep linting web but not formatting it', 'Lint web. Do not format web'],
  ['Push the images on tags whenever we push a tag', 'Push the images on tags'],
  ['Publish the image of web whenever somebody pushes a tag', 'Push the image of web on tags'],
  ['The ledger tests expect a Postgres 16 database to be running', 'ledger needs Postgres 16'],
  ['The cart tests rely on Redis 7', 'cart needs Redis 7'],
  ['Run CI on weekdays at 7:30 in the morning', 'Run CI on weekdays at 7:30'],
  ['Run CI daily at 7 in the evening', 'Run CI daily at 19:00'],
  ['Run CI weekly on Friday at 22:00', 'Run CI every Friday at 22:00'],
  ['No schedule, but allow manual runs', 'Drop the schedule. Run CI by hand'],
  ['CI should kick in for the merge queue', 'Run CI on merge queue'],
  ['cart belongs on our self-hosted runner with the label big', 'Run cart on self-hosted runner with the label big'],
  ['Audit web with npm audit', 'Run npm audit in web'],
  ['Add an SBOM to the cart image, push to ghcr.io on tags', 'Push the cart image with an SBOM to ghcr.io on tags'],
  [
    'Use ruff for linting and formatting recommender, mypy for types',
    'Lint recommender with ruff. Format recommender with ruff. Typecheck recommender with mypy',
  ],
  ['Make sure cart and ledger have their dependencies audited', 'Audit cart. Audit ledger'],
  ['Lint web and make sure cart and ledger have their dependencies audited', 'Lint web. Audit cart. Audit ledger'],
  [
    'Push the images to ghcr.io on tags except for ledger',
    'Push all images to ghcr.io on tags. Do not push the image of ledger',
  ],
  ['Use ruff for linting and formatting recommender', 'Lint recommender with ruff. Format recommender with ruff'],
  ['Bump Java to 25', 'Use Java 25'],
  ['Upgrade cart to Go 1.26', 'Use Go 1.26 for cart'],
  ['Upgrade the ledger tests to Postgres 18', 'ledger needs Postgres 18'],
  ['Require 80% coverage everywhere', 'Require 80% coverage for everything'],
  ['Publish recommender to PyPI on tags, and run CI on PRs', 'Publish recommender to PyPI on tags. Run CI on PRs'],
  ['Push images on tags and run CI on pull requests', 'Push images on tags. Run CI on pull requests'],
  ['Publish recommender to PyPI only when someone starts it manually', 'Publish recommender to PyPI by hand'],
  ['Everything but ledger should be type-checked', 'Typecheck everything. Do not typecheck ledger'],
  ["Don't lint recommender, do test it", 'Do not lint recommender. Test recommender'],
  ['Sign every image except that of web', 'Sign every image. Do not sign the image of web'],
];

describe('The same wish', () => {
  it.each(SAME)('is understood: %s', (words, plain) => {
    expectSame(words, plain);
  });
});

const cron = (words: string): unknown => read(words, SHOP).request.intents;

describe('A time of the day', () => {
  it.each(['Run CI daily at 19:00 in the morning', 'Run CI monthly on Friday at 22:00', 'Run CI weekly at 22:00'])(
    'that there is not, or that no day has, is asked about: %s',
    (words) => {
      expect(cron(words)).toEqual([]);
    },
  );
});

const LIBRARY: ProjectProfile = {
  ...SHOP,
  units: SHOP.units.filter(({ ecosystem }) => ecosystem === 'python').map((unit) => ({ ...unit, directory: '.' })),
  services: [],
  packages: [packageOf('httpz', '.')],
};
const SEVERAL: ProjectProfile = { ...LIBRARY, packages: [packageOf('one', 'one'), packageOf('two', 'two')] };

function packageOf(name: string, directory: string): NonNullable<ProjectProfile['packages']>[number] {
  return { registry: 'pypi', name, directory, file: `${directory}/pyproject.toml`, because: [] };
}

describe('Packages without a name', () => {
  const published: Intent = { kind: 'publish', for: { ecosystem: 'python' }, registry: 'pypi', on: 'tag' };

  it('are the only one that there is', () => {
    expect(read('Publish to PyPI on tags', LIBRARY).request.intents).toEqual([published]);
  });

  it('are all of them where the words say so', () => {
    expect(read('Publish the packages to PyPI on tags', SEVERAL).request.intents).toEqual([published]);
  });

  it('are asked about once, by their names, where there are several', () => {
    expect(read('Publish to PyPI on tags', SEVERAL)).toMatchObject({
      request: { intents: [] },
      questions: [{ choices: ['one', 'two'] }],
    });
    expect(read('Publish to PyPI on tags', SEVERAL).questions).toHaveLength(1);
  });

  it('are asked about where there is none', () => {
    expect(read('Publish to PyPI on tags', SHOP).request.intents).toEqual([]);
  });
});

describe('An answer that is offered', () => {
  it.each([
    [
      'Go: golangci-lint. Python: ruff.',
      ['Go: golangci-lint. Python: ruff for linting.', 'Go: golangci-lint. Python: ruff for formatting.'],
    ],
    ['Use biome in web', ['Use biome in web for linting', 'Use biome in web for formatting']],
  ])('keeps the tool that was named: %s', async (words, replies) => {
    expect((await readWithReplies(words, SHOP)).questions).toMatchObject([{ replies }]);
  });

  it.each(['When a tag is pushed, build everything and push the images', 'Test cart with the Go version of nowhere/x'])(
    'is offered once: %s',
    (words) => {
      const { questions } = read(words, SHOP);
      expect(questions).not.toEqual([]);
      expect(questions.map(({ choices }) => choices)).toEqual(questions.map(({ choices }) => [...new Set(choices)]));
    },
  );

  it.each(["Don't only lint web", 'Not only lint web'])('never says the contrary: %s', async (words) => {
    expect((await readWithReplies(words, SHOP)).questions.flatMap((one) => one.replies ?? [])).toEqual([]);
  });

  it.each(['Push the cart image somewhere safe', 'Run untrusted PR code with the images'])(
    'says when in the place of no verb and no noun: %s',
    async (words) => {
      const replies = (await readWithReplies(words, SHOP)).questions.flatMap((one) => one.replies ?? []);
      expect(replies.filter((reply) => /^on |untrusted on/i.test(reply))).toEqual([]);
    },
  );
});
