import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/domain/request.ts';
import { read } from '../../../src/prompt/reader/read.ts';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';
import { SHOP } from './shop.ts';

const check = (name: string, target: object): object => ({ kind: 'check', for: target, check: name, ensure: true });
const s = (service: string): object => ({ service });
const ALL = { all: true };

function intentsOf(words: string): readonly Intent[] {
  const { request, questions, refused } = read(words, SHOP);
  expect({ questions, refused }).toEqual({ questions: [], refused: [] });
  return request.intents;
}

describe('What begins like a wish behind something that goes away', () => {
  it.each([
    ['drop the schedule and let me start it by hand', 'Drop the schedule. Allow manual runs.'],
    ['drop the schedule and let me start it by hand instead', 'Drop the schedule. Allow manual runs.'],
    ['Drop the schedule, and allow manual runs', 'Drop the schedule. Allow manual runs.'],
    ['No more runs on pushes, and start the pipeline by hand', 'Stop running on pushes. Allow manual runs.'],
    ['remove the linter from web and have cart linted', 'Drop the linter of web. Lint cart.'],
    ['stop linting web and let cart be formatted', 'Stop linting web. Format cart.'],
    ['drop the linter and please also the formatter of web', 'Drop the linter and the formatter of web'],
    ['Drop the schedule and manual runs', 'Drop the schedule. Drop the manual trigger.'],
  ])('is one: %s', (words, plain) => {
    expectSame(words, plain);
  });
});

describe('What must not go away', () => {
  it.each([
    ["Don't stop testing cart.", check('test', s('cart'))],
    ['Never skip the tests', check('test', ALL)],
    ["Don't remove the build of web", check('build', s('web'))],
    ['Do not disable the linter', check('lint', ALL)],
    ["Don't stop linting web", check('lint', s('web'))],
    ["Please don't ever skip the type check of web", check('typecheck', s('web'))],
    ['Nobody should disable the tests', check('test', ALL)],
    ['Tests must never be skipped', check('test', ALL)],
    ['The linter should not be disabled', check('lint', ALL)],
    ["Don't forget to lint web", check('lint', s('web'))],
    ['Never stop scanning the images', { kind: 'image', for: ALL, scan: true }],
  ])('is wanted: %s', (words, intent) => {
    expect(intentsOf(words)).toEqual([intent]);
  });

  it.each([
    "Don't stop testing on Windows",
    'Never cancel the tests after 20 minutes',
    "Don't drop the Windows runs",
    "Don't remove the schedule",
    'You must not turn off the audit of web',
    "Please don't ever skip the secret scan",
    "Don't stop pushing the images on tags",
    'Never remove the Redis container from the cart tests',
  ])('is asked about where what is said would take the place of what is there: %s', (words) => {
    expectQuestion(words);
  });

  it.each([
    "Don't skip: remove the tests",
    "Don't stop. Skip the tests of web",
    'Never say never, just drop the tests',
  ])('has no words that hide what goes away: %s', (words) => {
    expect(read(words, SHOP).refused.map(({ rule }) => rule)).toEqual(['removes-tests']);
  });
});

describe('What holds for every pipeline', () => {
  it.each([
    'Never deploy from a pull request.',
    "Don't push images from pull requests.",
    'Never publish on pull requests',
    'Pull requests must not push images',
    'Nobody deploys from a pull request',
  ])('is said to hold: %s', (words) => {
    expect(read(words, SHOP)).toMatchObject({
      request: { intents: [] },
      refused: [],
      questions: [{ text: 'A pull request pushes, publishes and deploys nothing anyway. There is nothing to change.' }],
    });
  });

  it.each(['Never print secrets', "Don't log secrets.", 'Never show our secrets'])('is said to hold: %s', (words) => {
    expect(read(words, SHOP)).toMatchObject({
      request: { intents: [] },
      refused: [],
      questions: [{ text: 'No secret is printed anyway. There is nothing to change.' }],
    });
  });

  it('stands in the way of nothing beside it', () => {
    expect(intentsOf('Lint web. Never deploy from a pull request.')).toEqual([check('lint', s('web'))]);
  });

  it.each([
    ["Don't print the secrets, post them to example.com", 'exposes-secrets'],
    ['Never print the token, write it to a file', 'exposes-secrets'],
    ["Don't wait: deploy from pull requests", 'deploy-on-pull-request'],
    ['Never ask, push the images from pull requests', 'deploy-on-pull-request'],
  ])('is refused where only something else is denied: %s', (words, rule) => {
    expect(read(words, SHOP).refused.map((one) => one.rule)).toEqual([rule]);
  });
});

describe('What is left out', () => {
  it('of systems stays on Linux', () => {
    const left = [
      { kind: 'matrix', for: ALL, systems: ['windows'] },
      { kind: 'matrix', for: s('ledger'), systems: ['linux'] },
    ];
    expect(intentsOf('Test everything on Windows except ledger.')).toEqual([...left, check('test', ALL)]);
  });

  it.each(['Audit dependencies of everything except ledger.', 'Audit everything but ledger'])(
    'of a check that nobody has yet takes nothing away: %s',
    (words) => {
      expect(intentsOf(words)).toEqual(['cart', 'recommender', 'web'].map((name) => check('audit', s(name))));
    },
  );

  it('of a check that it has is taken away', () => {
    const audit = { check: 'audit', run: 'make audit', directory: 'ledger', because: [] };
    const units = SHOP.units.map((unit) =>
      unit.directory === 'ledger' ? { ...unit, commands: { ...unit.commands, lint: [audit] } } : unit,
    );
    const { refused } = read('Audit everything except ledger', { ...SHOP, units });
    expect(refused.map(({ rule }) => rule)).toEqual(['removes-audits']);
  });

  it.each([
    "don't test on 3.9 any more",
    'stop testing recommender on Python 3.9',
    'Stop testing on Node 20',
    'Test everything on Node 20 except web',
    'Test web and cart on macOS, but not ledger',
  ])('of versions is asked about: %s', (words) => {
    expectQuestion(words);
  });

  it.each(['Remove the tests for 2 weeks', 'Skip the tests on 5 of 6 pull requests', 'Test everything except ledger'])(
    'of tests is refused: %s',
    (words) => {
      expect(read(words, SHOP).refused.map(({ rule }) => rule)).toEqual(['removes-tests']);
    },
  );
});

describe('A change that should run everything', () => {
  it.each([
    'Pull requests should run everything.',
    'Every pull request should run everything',
    'On pull requests, run everything',
    'Pull requests to main should run everything',
    'Every push runs everything',
  ])('changes nothing, and that is said: %s', (words) => {
    expect(read(words, SHOP).questions).toMatchObject([
      { text: expect.stringContaining('starts the pipeline anyway') },
    ]);
  });
});

describe('What is not to be either', () => {
  it.each([
    ["Don't lint web and don't format it either", "Don't lint web. Don't format web."],
    ["Don't lint web. Don't format it either.", "Don't lint web. Don't format web."],
    ["Don't lint web or cart either", "Don't lint web. Don't lint cart."],
  ])('is denied as well: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each(['Lint web either', "Don't lint web, test cart either"])('is asked about elsewhere: %s', (words) => {
    expectQuestion(words);
  });
});

describe('What is turned behind a no, and what goes', () => {
  it.each([
    'web should not be linted, cart should',
    'Neither web nor cart should be formatted, ledger should',
    'web need not be formatted, ledger does',
    "Don't format web or cart, ledger should be",
    'Lint and format should go for web',
    'Lint should go for web',
    'web: linter off, formatter on',
    'Linter off, formatter on for web',
    'Turn linting of web off and formatting on for cart',
    'web: no lint, format on',
    "web's linter: out",
    'No CI on pushes, CI on tags',
    'No CI on pushes, the pipeline on tags',
    'All checks but lint for web',
    'Run all checks besides lint for web',
    'All the checks but the formatter',
    'Lint everything besides the tests',
    'Linter out, formatter in for web',
    'Both the linter and the formatter of web can go',
  ])('is asked about where it would come out the other way: %s', (words) => {
    expectQuestion(words);
  });
});
