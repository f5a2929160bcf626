import { expect, it } from 'vitest';
import { trimEnd } from '../../src/domain/trim-end.ts';

it.each([
  ['a//', '/', 'a'],
  ['a/b', '/', 'a/b'],
  ['//', '/', ''],
  ['', '/', ''],
  ['a. .\n', '. \n', 'a'],
])('%j without %j at its end is %j', (text, characters, expected) => {
  expect(trimEnd(text, characters)).toBe(expected);
});
