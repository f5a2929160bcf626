import { describe, expect, it } from 'vitest';
import { beginningWith, isWithin, nearestFolder, pathsBelow } from '../../src/profile/paths.ts';

/** Neighbours in the order of code units that begin alike: what stands before and behind `/`. */
const PATHS = ['a', 'a!/x', 'a-b/x', 'a.b', 'a/b', 'a/b/c', 'a/é', 'a/\u{10ffff}', 'a0', 'ab/x', 'b/a/x'];

describe('What lies below a folder', () => {
  it.each([
    ['a', ['a/b', 'a/b/c', 'a/é', 'a/\u{10ffff}']],
    ['a/b', ['a/b/c']],
    ['a-b', ['a-b/x']],
    ['b/a', ['b/a/x']],
    ['c', []],
    ['', []],
    ['.', PATHS],
  ])('%j', (directory, expected) => {
    expect(pathsBelow(PATHS, directory)).toEqual(expected);
    const asked = PATHS.filter((path) => isWithin(directory, path) && path !== directory);
    if (directory !== '') expect(asked).toEqual(expected);
  });

  it('is nothing of nothing', () => {
    expect(pathsBelow([], 'a')).toEqual([]);
    expect(beginningWith([], '')).toEqual([]);
  });
});

it.each([
  ['', PATHS],
  ['a', PATHS.slice(0, -1)],
  ['a.', ['a.b']],
  ['b/a/x', ['b/a/x']],
  ['z', []],
])('what begins with %j is found by halves', (start, expected) => {
  expect(beginningWith(PATHS, start)).toEqual(expected);
});

it.each([
  [['.', 'a', 'a/b'], 'a/b/c', 'a/b'],
  [['.', 'a'], 'a/b/c', 'a'],
  [['.', 'a'], 'ab/c', '.'],
  [['a'], 'a', 'a'],
  [['a'], 'ab', null],
  [[], 'a', null],
])('of the folders %j the nearest around %j is %j', (folders, path, expected) => {
  expect(nearestFolder(new Set(folders), path)).toBe(expected);
});
