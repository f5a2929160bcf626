import { describe, expect, it } from 'vitest';
import { read } from '../../../src/prompt/reader/read.ts';
import { SHOP } from './shop.ts';

/** Wishes of many kinds, each about one thing. */
const WISHES = [
  'lint *',
  'test *',
  'stop linting *',
  'do not format *',
  'skip linting for *',
  'no formatting for *',
  'audit *',
  'typecheck *',
  'build *',
  'require 80% coverage for *',
  'give * 10 minutes',
  'set a timeout of 40 minutes for *',
  'run * on self-hosted runners',
  'run * on macOS',
  'use Postgres 16 for the tests of *',
  'build the image of *',
  'do not push the image of *',
  'scan the image of *',
  'publish * to npm',
  '* should be linted',
  '* must be tested on macOS',
  'for *, run the linter',
  'time out * after 15 minutes',
];
const JOINTS = [' and ', ', ', ', then ', ' but ', ', and ', '; ', '. '];

function keysOf(words: string): string[] {
  return read(words, SHOP).request.intents.map((intent) => JSON.stringify(intent));
}

describe('Two wishes in one sentence, for two things', () => {
  const pairs = WISHES.flatMap((first) =>
    WISHES.map((second) => [first.replace('*', 'web'), second.replace('*', 'cart')] as const),
  ).filter((both) => both.every((words) => keysOf(words).length > 0));

  it.each(JOINTS)('are what they are alone, or are asked about: joined by %j', (joint) => {
    const read = pairs.map(([first, second]) => {
      const got = keysOf(`${first}${joint}${second}`).sort();
      return { words: `${first}${joint}${second}`, got, alone: [...keysOf(first), ...keysOf(second)].sort() };
    });
    const understood = read.filter(({ got }) => got.length > 0);
    expect(understood.map(({ words, got }) => ({ words, got }))).toEqual(
      understood.map(({ words, alone }) => ({ words, got: alone })),
    );
    expect(pairs.length).toBeGreaterThan(300);
    expect(understood.length / pairs.length).toBeGreaterThan(0.95);
  });
});
