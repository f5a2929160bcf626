import { describe, expect, it } from 'vitest';
import { read } from '../../../src/prompt/reader/read.ts';
import { readWithReplies } from '../../../src/prompt/replies.ts';
import { expectQuestion } from './expect-question.ts';
import { SHOP } from './shop.ts';

const web = { service: 'web' };
const all = { all: true };
const lint = (target: object): object => ({ kind: 'check', for: target, check: 'lint', ensure: true });
const test = (target: object): object => ({ kind: 'check', for: target, check: 'test', ensure: true });
const cron = (fields: string): object => ({ kind: 'trigger', on: 'schedule', ensure: true, cron: fields });
const matrix = (target: object, fields: object): object => ({ kind: 'matrix', for: target, ...fields });
const java = { tool: 'java', versions: ['21'] };

describe('What people say every day', () => {
  it.each<{ readonly words: string; readonly intents: readonly object[] }>([
    { words: 'Only test on Linux', intents: [matrix(all, { systems: ['linux'] }), test(all)] },
    { words: 'Lint everything but not web', intents: [lint(all), { ...lint(web), ensure: false }] },
    { words: 'Lint web + cart', intents: [lint(web), lint({ service: 'cart' })] },
    { words: 'Use Java 21 instead of 17', intents: [matrix({ ecosystem: 'java' }, java)] },
    { words: 'Use Java 21 instead of Java 17 for ledger', intents: [matrix({ service: 'ledger' }, java)] },
    { words: 'Use Java 21 for ledger rather than 17.', intents: [matrix({ service: 'ledger' }, java)] },
    { words: 'web needs Node 22, not 20', intents: [matrix(web, { tool: 'node', versions: ['22'] })] },
    { words: 'Test web on Windows, not on Linux', intents: [matrix(web, { systems: ['windows'] }), test(web)] },
    { words: 'Test web on Linux instead of Windows', intents: [matrix(web, { systems: ['linux'] }), test(web)] },
    { words: 'Give web 20 minutes instead of 10', intents: [{ kind: 'timeout', for: web, minutes: 20 }] },
    { words: 'Give web 20 minutes instead of 10 minutes', intents: [{ kind: 'timeout', for: web, minutes: 20 }] },
    { words: 'Run CI every night at 4 instead of 3', intents: [cron('0 4 * * *')] },
    {
      words: 'Use Node 22 for web, not 18, and lint cart',
      intents: [matrix(web, { tool: 'node', versions: ['22'] }), lint({ service: 'cart' })],
    },
    { words: "Don't lint anything", intents: [{ ...lint(all), ensure: false }] },
    { words: 'Give web 40 min', intents: [{ kind: 'timeout', for: web, minutes: 40 }] },
    { words: 'Run CI every night at 6.30pm', intents: [cron('30 18 * * *')] },
    { words: 'Run CI every day at 6.30 pm', intents: [cron('30 18 * * *')] },
    { words: 'Run CI every day at 6:30 a.m.', intents: [cron('30 6 * * *')] },
    { words: 'Run CI every day at 18.30', intents: [cron('30 18 * * *')] },
    { words: 'Run CI twice an hour', intents: [cron('*/30 * * * *')] },
    { words: 'Run CI every half hour', intents: [cron('*/30 * * * *')] },
    { words: 'Run CI hourly', intents: [cron('0 * * * *')] },
    { words: 'Test web on ubuntu and windows', intents: [matrix(web, { systems: ['linux', 'windows'] }), test(web)] },
    {
      words: 'Test web on ubuntu-latest and windows-latest',
      intents: [matrix(web, { systems: ['linux', 'windows'] }), test(web)],
    },
    {
      words: 'Run web on a runner labelled ubuntu-latest',
      intents: [{ kind: 'runner', for: web, labels: ['ubuntu-latest'] }],
    },
    { words: 'Lint web. Thx, cheers, Bob', intents: [lint(web)] },
    { words: 'Lint web, thanks in advance!', intents: [lint(web)] },
    { words: 'Thanks for your help! Lint web.', intents: [lint(web)] },
    { words: 'Could you please lint web? Best, Anna', intents: [lint(web)] },
    { words: 'Hi team,\nplease lint web.\nBest regards\nAlice Smith', intents: [lint(web)] },
    {
      words: 'Please do not push anything, just build the images.',
      intents: [{ kind: 'image', for: all, push: 'never' }],
    },
    { words: "Don't push the images, just build them", intents: [{ kind: 'image', for: all, push: 'never' }] },
    { words: 'Move the Java code to 21', intents: [matrix({ ecosystem: 'java' }, java)] },
    {
      words: 'Deploy web to staging with Helm after each merge',
      intents: [{ kind: 'deploy', for: web, environment: 'staging', through: 'helm', on: 'default-branch' }],
    },
    {
      words: 'Whenever something is merged into main, deploy web to staging.',
      intents: [{ kind: 'deploy', for: web, environment: 'staging', on: 'default-branch' }],
    },
    {
      words: 'Push the web image to ghcr.io when a pull request is merged',
      intents: [{ kind: 'image', for: web, push: 'default-branch', registry: 'ghcr.io' }],
    },
    {
      words: 'Can web be built for arm too?',
      intents: [{ kind: 'image', for: web, platforms: ['linux/amd64', 'linux/arm64'] }],
    },
    {
      words: 'web jobs must go to the machine labelled big',
      intents: [{ kind: 'runner', for: web, labels: ['big'] }],
    },
    { words: 'How about linting web?', intents: [lint(web)] },
    { words: 'Only build arm64 images', intents: [{ kind: 'image', for: all, platforms: ['linux/arm64'] }] },
    { words: 'Give web a memory limit of 256Mi', intents: [{ kind: 'chart', for: web, memory: '256Mi' }] },
    { words: 'I noticed that web is not linted at all. Can we change that?', intents: [lint(web)] },
    {
      words: 'cart is going to be an open source module, so it has to work with Go 1.24 to 1.26',
      intents: [matrix({ service: 'cart' }, { tool: 'go', versions: ['1.24', '1.25', '1.26'] })],
    },
    {
      words: 'nobody should be able to merge web changes that do not type check',
      intents: [{ kind: 'check', for: web, check: 'typecheck', ensure: true }],
    },
    { words: 'The web linter can go, and please test web.', intents: [{ ...lint(web), ensure: false }, test(web)] },
    // All images are all of them, whatever is said of one beside it.
    {
      words: 'Sign every image and lint web',
      intents: [{ kind: 'image', for: all, sign: true }, lint(web)],
    },
    {
      words: 'Sign our images and push the web image to ghcr.io on tags',
      intents: [
        { kind: 'image', for: all, sign: true },
        { kind: 'image', for: web, push: 'tag', registry: 'ghcr.io' },
      ],
    },
    {
      words: 'No image push for web and sign every image',
      intents: [
        { kind: 'image', for: web, push: 'never' },
        { kind: 'image', for: all, sign: true },
      ],
    },
    {
      words: 'For web, build all images for arm64 and amd64',
      intents: [{ kind: 'image', for: web, platforms: ['linux/arm64', 'linux/amd64'] }],
    },
    // Whom each wish is for: behind a dash, a colon, `for`, and a noun of the name.
    { words: 'lint web, and for cart add a test run', intents: [lint(web), test({ service: 'cart' })] },
    {
      words: 'web: 10 minutes timeout, cart: lint',
      intents: [{ kind: 'timeout', for: web, minutes: 10 }, lint({ service: 'cart' })],
    },
    {
      words: 'lint web and cart images should be signed',
      intents: [lint(web), { kind: 'image', for: { service: 'cart' }, sign: true }],
    },
    {
      words: 'build the web image for arm64 and amd64 - sign the image of cart',
      intents: [
        { kind: 'image', for: web, platforms: ['linux/arm64', 'linux/amd64'] },
        { kind: 'image', for: { service: 'cart' }, sign: true },
      ],
    },
    { words: 'Two things: 1) lint web 2) test web', intents: [lint(web), test(web)] },
    { words: 'Security asked us for linting in web', intents: [lint(web)] },
    {
      words: 'Make sure known vulnerable dependencies never make it into web',
      intents: [{ kind: 'check', for: web, check: 'audit', ensure: true }],
    },
  ])('is understood: $words', ({ words, intents }) => {
    expect(read(words, SHOP)).toEqual({ request: { version: 1, intents }, questions: [], refused: [] });
  });

  it.each([
    'Use Redis 7 instead of Postgres for cart',
    'Use Java 21 instead of Node 22',
    'Use Java 21 instead of 21',
    'Test cart on Go 1.25, not on Node 22',
    'Lint web, not cart',
    'Only test web on Linux',
    "Don't lint web, only cart",
    'Lint web. Cheers, cart and Bob',
    'Lint web. Thanks, make it nice',
    'Run CI twice a day',
    'Build the images and the Go code',
    'Use ubuntu-22.04 and ubuntu-24.04 for web',
    'Test anything',
    'Test web on Node 22, not 18 and 20',
    'Test on Node 20 or 22',
    // A pull request delivers nothing, and twenty of what nobody knows.
    'Deploy web to staging before merging',
    'lower ledger to 20',
    // Of a name in the middle nobody can tell on which side it stands, nor of a verb.
    'lint web and cart: 10 minutes timeout',
    'web: lint, test and build cart',
    // What stands among labels may be one.
    'Our runners in the office are much faster (self-hosted, office), let web use them.',
    'What about the coverage of web?',
    // The tool is named to say why, and no build goes.
    'Can we get rid of the linter in web? It frobs, and tsc runs in the build anyway.',
  ])('is asked about where it says too little, or something else: %s', (words) => {
    expectQuestion(words);
  });
});

describe('Replies that are offered', () => {
  it.each([
    ['You should probably lint web', ['You should lint web']],
    ['Maybe lint web.', ['Lint web.']],
    ['Only lint web', ['Lint web']],
    ['Is it possible to run the web tests on Windows?', ['Run the web tests on Windows.']],
    [
      'When a tag v2 is pushed, publish web to npm',
      ['When a tag v* is pushed, publish web to npm', 'When a tag v2.* is pushed, publish web to npm'],
    ],
    ['Give the ledger tests 45 minutes', ['Give the ledger jobs 45 minutes']],
    ['For cart, run the tests nightly at 3am.', ['For cart, run the tests. Run everything nightly at 3am.']],
    [
      'Create a CI step that lints Go code, and scan for secrets every Monday at 6',
      ['Create a CI step that lints Go code, and scan for secrets. Run everything every Monday at 6.'],
    ],
    ['Every Monday at 6, scan for secrets', ['Scan for secrets. Run everything every Monday at 6.']],
    ['Test cart when a tag is pushed', ['Test cart. Run everything when a tag is pushed.']],
    [
      'Use Redis 7',
      ['Use Redis 7 for cart', 'Use Redis 7 for ledger', 'Use Redis 7 for recommender', 'Use Redis 7 for web'],
    ],
    [
      'Lint everything, but not the mobile app.',
      ['cart', 'ledger', 'recommender', 'web'].map((name) => `Lint everything, but not the ${name} app.`),
    ],
    ['Run trivy on the images.', []],
    ['Run CI nightly at 3am zork.', []],
    ['For cart, zork run the unit tests.', []],
    ['Run the tests quickly', []],
  ])('say all of it in a sentence: %s', async (words, replies) => {
    const { questions } = await readWithReplies(words, SHOP);
    expect(questions.flatMap((question) => question.replies)).toEqual(replies);
  });
});
