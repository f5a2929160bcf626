import { describe, expect, it } from 'vitest';
import { read } from '../../../src/prompt/reader/read.ts';
import { readWithReplies } from '../../../src/prompt/replies.ts';
import { expectQuestion } from './expect-question.ts';
import { SHOP } from './shop.ts';

const FOUR = ['3.9', '3.10', '3.11', '3.12'];

describe('A range of versions', () => {
  it.each([
    ['Test recommender on Python 3.9 to 3.12.', FOUR],
    ['Test recommender on Python 3.9 through 3.12', FOUR],
    ['Test recommender on Python 3.9 until 3.12', FOUR],
    ['Test recommender on Python 3.9-3.12.', FOUR],
    ['Test recommender on Python 3.9\u20133.12.', FOUR],
    ['Test recommender on Python 3.9 \u2013 3.12.', FOUR],
    ['Test recommender on Python versions 3.9 up to 3.12.', FOUR],
    ['Test recommender from Python 3.9 to Python 3.12', FOUR],
    ['Test recommender on versions 3.9 to 3.12 of Python', FOUR],
    ['Test between Python 3.9 and 3.12', FOUR],
    ['Test recommender on 3.8, 3.10 to 3.12', ['3.8', '3.10', '3.11', '3.12']],
    ['Test cart on Go 1.24 to 1.26', ['1.24', '1.25', '1.26']],
    ['Test recommender on Python 3.9 and 3.12', ['3.9', '3.12']],
  ])('holds all between its ends where they are counted one by one: %s', (words, versions) => {
    const { request, questions } = read(words, SHOP);
    expect(questions).toEqual([]);
    expect(request.intents.find(({ kind }) => kind === 'matrix')).toMatchObject({ versions });
  });

  it.each([
    'Test web on Node 18 to 22.',
    'Test web on Node 18-22',
    'Test web between Node 18 and 22',
    'Test web on 18-22',
    'Test ledger on Java 17 to 21',
    'Test web on Node 20.1-22.3',
    'Test recommender on Python 2.7 to 3.3',
    'Test recommender on Python 3.12 to 3.9',
    'Test recommender on Python 3.1 to 3.999',
    'Move web from node20 to node22',
    'Do not move ledger from Java 17 to Java 21',
    'Could ledger move from Java 17 to 21?',
    'Give web 10-15 minutes',
    'Test against Postgres 15-17 for ledger',
  ])('is asked about where nobody can know what lies between: %s', (words) => {
    const { request, questions } = read(words, SHOP);
    expect(request.intents).toEqual([]);
    expect(questions).not.toEqual([]);
  });

  it.each([
    ['Switch cart from Go 1.24 to 1.26', ['1.26']],
    ['Move the Go code from 1.24 to 1.26', ['1.26']],
    ['Bump Go from 1.24 to 1.26', ['1.26']],
    ['Change recommender from Python 3.9 to 3.12', ['3.12']],
    ['Move ledger from Java 17 to Java 21', ['21']],
    ['Lint web, and move it from Node 20 to Node 22', ['22']],
    ['Move web from Node 20 to 22 and 24', ['22', '24']],
  ])('is none where one takes the place of the other: %s', (words, versions) => {
    const { request, questions } = read(words, SHOP);
    expect(questions).toEqual([]);
    expect(request.intents.find(({ kind }) => kind === 'matrix')).toMatchObject({ versions });
  });

  it.each([
    'Move web from Node 20 to 22 or 24',
    'Move the Go and Java code from 1.24 to 1.26',
    'Move ledger from Java 17 to Node 22',
    'Move it from Java 17 to 21',
    'We moved ledger from Java 17 to 21',
  ])('is asked about where nobody knows to which, or whose: %s', (words) => {
    expectQuestion(words);
  });

  it.each([
    ['Test web on Node 18-22', ['Test web on Node 18, 20 and 22', 'Test web on Node 18, 19, 20, 21 and 22']],
    ['Test web on 18-22.', ['Test web on node 18, 20 and 22.', 'Test web on node 18, 19, 20, 21 and 22.']],
    ['Test ledger on Java 17 to 21', ['Test ledger on Java 17 and 21', 'Test ledger on Java 17, 18, 19, 20 and 21']],
  ])('is offered as a list: %s', async (words, replies) => {
    expect((await readWithReplies(words, SHOP)).questions).toMatchObject([{ replies }]);
  });
});
