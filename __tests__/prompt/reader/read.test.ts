import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFUSALS } from '../../../src/domain/refusal.ts';
import { read } from '../../../src/prompt/reader/read.ts';
import { ROWS } from '../../../src/prompt/reader/text/lexicon.ts';
import { REAL_WORDS } from '../../../src/prompt/reader/words/real-words.ts';
import { PATTERNS } from '../../../src/prompt/reader/words/refused.ts';
import { HOSTILE, UNCLEAR } from './questions.ts';
import {
  CHECK_SENTENCES,
  DELIVERY_SENTENCES,
  EVENT_SENTENCES,
  RUN_SENTENCES,
  type Said,
  SEVERAL_SENTENCES,
  TYPO_SENTENCES,
} from './sentences.ts';
import { SHOP, UNLUCKY } from './shop.ts';

describe.each<[string, readonly Said[]]>([
  ['checks', CHECK_SENTENCES],
  ['versions, systems, databases, runners, timeouts and steps', RUN_SENTENCES],
  ['what starts the pipeline', EVENT_SENTENCES],
  ['images, packages, deployments and charts', DELIVERY_SENTENCES],
  ['several things', SEVERAL_SENTENCES],
  ['things with slips of the pen', TYPO_SENTENCES],
])('Sentences about %s', (_, sentences) => {
  const rows = sentences.map(([words, ...intents]) => ({ words, intents }));

  it.each(rows)('are understood to the last word, or asked about: $words', ({ words, intents }) => {
    if (intents.length === 0) return expectQuestion(words);
    const { request, questions, refused } = read(words, SHOP);
    expect({ questions, refused }).toEqual({ questions: [], refused: [] });
    expect(inOrder(request.intents)).toEqual(inOrder(intents));
  });
});

describe('What is not understood to the last word', () => {
  it.each(UNCLEAR)('is asked about and never acted on: %j', (words) => {
    expectQuestion(words);
  });

  it('is asked about as a whole where one of several wishes is unclear', () => {
    expect(read('Lint cart. Make web nicer.', SHOP).request.intents).toEqual([]);
  });

  it('is asked about once, and a name is offered only where one is missing', () => {
    expect(read('Push the image', SHOP).questions).toMatchObject([{ about: 'Push' }]);
    expect(read('Give web 12 minutes. Make it faster', SHOP).questions).toMatchObject([
      { about: 'faster', choices: [] },
    ]);
  });

  it('comes with the choices that the repository has', () => {
    const [question] = read('Lint the payments service', SHOP).questions;
    expect(question).toMatchObject({ about: 'payments', choices: ['cart', 'ledger', 'recommender', 'web'] });
    const [other] = read('Lint payments', SHOP).questions;
    expect(other).toMatchObject({ about: 'payments', choices: expect.arrayContaining(['cart', 'web', 'go']) });
  });

  it('is cut off in length, and says so', () => {
    const [question, ...more] = read('Lint web. '.repeat(300), SHOP).questions;
    expect(more).toEqual([]);
    expect(question?.text).toContain('3000 characters, and at most 2000 are read');
    expect(question?.about.length).toBeLessThan(120);
  });

  it('is a database of nobody’s, unless the tests of something need it already', () => {
    const needs = [{ service: 'postgres', version: '15', environment: {}, because: [] }];
    const units = SHOP.units.map((unit) => (unit.directory === 'ledger' ? { ...unit, needs } : unit));
    expect(read('Use Postgres 16', { ...SHOP, units }).request.intents).toEqual([
      { kind: 'service', for: { service: 'ledger' }, service: 'postgres', version: '16' },
    ]);
    expect(read('Use Redis 7', { ...SHOP, units }).questions).toMatchObject([
      { text: 'Whose tests need redis?', choices: ['cart', 'ledger', 'recommender', 'web'] },
    ]);
  });

  it('is a name that more than one thing has', () => {
    expect(read('Lint api', UNLUCKY)).toMatchObject({ questions: [{ choices: ['libs/api/**', 'tools/api/**'] }] });
  });

  it('is no service that is called like a word of the vocabulary, unless it is called a service', () => {
    expect(read('Lint the test service', UNLUCKY).request.intents).toMatchObject([
      { check: 'lint', for: { service: 'test' } },
    ]);
    expect(read('test web', UNLUCKY).request.intents).toMatchObject([{ check: 'test', for: { service: 'web' } }]);
  });
});

describe('What nobody may ask for', () => {
  it.each(HOSTILE)('is refused, and nothing else of it is done: %s', (words, rule) => {
    const { request, questions, refused } = read(words, SHOP);
    expect(request.intents).toEqual([]);
    expect(questions).toEqual([]);
    expect(refused.map((one) => one.rule)).toEqual([rule]);
  });

  it.each(HOSTILE)('takes along what stands beside it: Lint cart. %s', (words) => {
    const { request, refused } = read(`Lint cart. ${words}`, SHOP);
    expect(request.intents).toEqual([]);
    expect(refused).not.toEqual([]);
  });

  it('has a sentence for every rule', () => {
    expect(PATTERNS.map(({ rule }) => rule).filter((rule) => REFUSALS[rule] === undefined)).toEqual([]);
  });
});

describe('The vocabulary', () => {
  it('has every phrase once', () => {
    const phrases = ROWS.flatMap(([text]) => text.split('|'));
    const last = new Map(phrases.map((phrase, at) => [phrase, at]));
    expect(phrases.filter((phrase, at) => last.get(phrase) !== at)).toEqual([]);
  });

  it('has no real word beside it that it is taken for', () => {
    for (const word of REAL_WORDS) expect(read(`${word} web`, SHOP).request.intents).toEqual([]);
  });
});

describe('Any words at all', () => {
  const PIECES = [
    'lint',
    'test',
    'web',
    'cart',
    'not',
    'and',
    ',',
    '.',
    'without',
    'push',
    'image',
    'every',
    '5',
    '%',
    'except',
    'on',
    'tags',
    '`x`',
    '"',
  ];

  it('come to intents, questions or refusals, and never to two of them', () => {
    const words = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((it) => it.join(' ')),
    );
    fc.assert(
      fc.property(words, (text) => {
        const { request, questions, refused } = read(text, SHOP);
        const said = [request.intents, questions, refused].filter((list) => list.length > 0);
        expect(said).toHaveLength(1);
      }),
    );
  });
});

function expectQuestion(words: string): void {
  const { request, questions, refused } = read(words, SHOP);
  expect(request.intents).toEqual([]);
  expect(refused).toEqual([]);
  expect(questions.length).toBeGreaterThan(0);
  for (const question of questions) expect(question.text).toMatch(/[.?]$/);
}

function inOrder(list: readonly unknown[]): unknown[] {
  return list.map((one) => JSON.stringify(Object.fromEntries(Object.entries(one as object).sort()))).sort();
}
