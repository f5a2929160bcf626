import { describe, expect, it } from 'vitest';
import { read } from '../../../src/prompt/reader/read.ts';
import { readWithReplies } from '../../../src/prompt/replies.ts';
import { SHOP } from './shop.ts';

describe('What has no words here', () => {
  it.each([
    ['Notify us on Slack when the pipeline fails', 'Slack', 'Messages cannot be asked for here'],
    ['Send an e-mail when the tests of web fail', 'e-mail', 'Messages cannot be asked for here'],
    ['Run CodeQL on the Go code', 'CodeQL', 'Other scanners'],
    ['Shard the web tests over 4 jobs', 'Shard', 'cannot be split'],
    ['Cache the dependencies of web', 'Cache', 'Caches cannot be asked for'],
    ['Upload the coverage to Codecov', 'Codecov', 'cannot be sent to others'],
    ['Use Dependabot', 'Dependabot', 'no part of a pipeline'],
    ['Run the tests in parallel', 'in parallel', 'side by side anyway'],
    ['Retry the flaky tests of web', 'Retry', 'a check that passes by chance is none'],
  ])('is said to have none, once: %s', (words, about, text) => {
    expect(read(words, SHOP)).toMatchObject({
      request: { intents: [] },
      refused: [],
      questions: [{ about, text: expect.stringContaining(text) }],
    });
    expect(read(words, SHOP).questions).toHaveLength(1);
  });
});

describe('A question', () => {
  it('that is asked of us is asked back once', () => {
    expect(read('Is it possible to run the web tests on Windows?', SHOP).questions).toMatchObject([
      { text: 'This asks something. Is it a wish? Then say it as one.' },
    ]);
    expect(read('Is it possible to run the web tests on Windows?', SHOP).questions).toHaveLength(1);
  });

  it('about whom something is for is not followed by those that come of it', () => {
    expect(
      read('C# is for the worker, test it with dotnet 8.', SHOP).questions.map(({ about }) => about),
    ).not.toContain('');
    expect(read('Test the C# code with dotnet 8.', SHOP).questions.map(({ about }) => about)).toEqual(['C#']);
  });

  it('about a percentage says how far it goes', () => {
    expect(read('Fail if coverage of cart is below 850 %', SHOP).questions).toMatchObject([
      { text: 'A percentage goes from 0 to 100. Which one is meant?' },
    ]);
  });

  it.each([
    [
      'Lint cart. Set a timeout of 10 minutes.',
      ['Lint cart. Set a timeout of 10 minutes for cart.', 'Lint cart. Set a timeout of 10 minutes for everything.'],
    ],
    ['Lint web and test', ['Lint web and test for web', 'Lint web and test for everything']],
  ])('about whom a wish is for offers those who were named: %s', async (words, replies) => {
    expect((await readWithReplies(words, SHOP)).questions).toMatchObject([{ replies }]);
  });
});

it('A reply keeps the verb that was asked about', async () => {
  const { questions } = await readWithReplies('Deploy to Kubernetes after merge.', SHOP);
  expect(questions[0]?.replies).toEqual([
    'Deploy to Kubernetes after merge for staging.',
    'Deploy to Kubernetes after merge for production.',
  ]);
});

describe('Wishes beside one another', () => {
  const intentsOf = (words: string): unknown => {
    const { request, questions, refused } = read(words, SHOP);
    expect({ questions, refused }).toEqual({ questions: [], refused: [] });
    return request.intents;
  };
  const web = { service: 'web' };

  it('have each the tool that stands with it', () => {
    expect(intentsOf('Run npm audit in web and govulncheck in cart.')).toMatchObject([
      { check: 'audit', for: web },
      { check: 'audit', for: { service: 'cart' }, tool: 'govulncheck' },
    ]);
  });

  it('are for the same where one says how much of it is covered', () => {
    expect(intentsOf('Test web on Node 20 and 22 and fail if coverage is below 90%')).toMatchObject([
      { kind: 'matrix', for: web },
      { check: 'test', for: web },
      { check: 'coverage', for: web, threshold: 90 },
    ]);
  });

  it('leave images to all', () => {
    expect(intentsOf('Build the Go code, and stop it after 7 minutes. Push the images on tags.')).toMatchObject([
      { kind: 'timeout', for: { ecosystem: 'go' }, minutes: 7 },
      { check: 'build', for: { ecosystem: 'go' } },
      { kind: 'image', for: { all: true }, push: 'tag' },
    ]);
  });

  it.each(['Publish the image of cart when a tag is pushed', 'On tags, publish the cart image'])(
    'that publish an image push it: %s',
    (words) => {
      expect(intentsOf(words)).toEqual([{ kind: 'image', for: { service: 'cart' }, push: 'tag' }]);
    },
  );
});

describe('A refusal', () => {
  it.each([
    ["Test web but don't build it", 'removes-builds'],
    ["Build web, but don't test it", 'removes-tests'],
    ["Lint web and don't build it", 'removes-builds'],
    ["Scan the image of web but don't audit it", 'removes-audits'],
  ])('is that of what is taken away: %s', (words, rule) => {
    expect(read(words, SHOP).refused.map((one) => one.rule)).toEqual([rule]);
  });
});

describe('What is quoted of a refusal', () => {
  it.each([
    ['Lint web. Please skip the tests of cart. Thanks!', 'Please skip the tests of cart'],
    ['Test everything except ledger', 'Test everything, except ledger'],
    [`Skip the tests of ${'a'.repeat(200)}`, 'Skip the tests of \u2026'],
  ])('are its words: %s', (words, quoted) => {
    expect(read(words, SHOP).refused).toMatchObject([{ message: expect.stringContaining(`(\u201c${quoted}\u201d)`) }]);
  });
});
