import { describe, expect, it } from 'vitest';
import { read } from '../../../src/prompt/reader/read.ts';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';
import { SHOP } from './shop.ts';

const PLAIN = 'Deploy web to production with Helm on tags after approval';

describe('That somebody approves', () => {
  it.each([
    ['Deploy web to production with Helm on tags, with a manual approval before it goes out', PLAIN],
    ['Deploy web to production with Helm on tags, and ask for an approval before production', PLAIN],
    ['Deploy web to production with Helm on tags, and a maintainer approves it before you deploy it', PLAIN],
    ['Before web goes to production with Helm on tags, somebody has to approve', PLAIN],
    ['Before web is deployed to production with Helm on tags, a maintainer must approve it', PLAIN],
    ['A human has to approve before web goes to production with Helm on tags', PLAIN],
    ['Ask for an approval before web goes to production with Helm on tags', PLAIN],
    [
      'Deploy web to staging on main and to production on tags, and wait for an approval before production',
      'Deploy web to staging on main and to production on tags after approval',
    ],
  ])('is said in other words: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Deploy web to production before an approval',
    'Deploy web to production on tags before anyone has approved',
    'Before web is deployed to production on tags, somebody has to approve and lint it',
    'Deploy web to production on tags, with an approval before cart goes out',
    'We approve before web goes to production',
    'Somebody approves before web is deployed to staging',
    'Nobody has to approve before web goes to production',
    'Ask for an approval before linting web',
    'Lint web, and ask for an approval before production',
  ])('is asked about where it is of something else: %s', (words) => {
    expectQuestion(words);
  });

  it('is not taken away', () => {
    expect(read('Let web go out to production without an approval', SHOP).refused).not.toEqual([]);
  });
});
