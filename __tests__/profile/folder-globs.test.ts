import { describe, expect, it } from 'vitest';
import { folderMatcher } from '../../src/profile/folder-globs.ts';

describe('Patterns of workspace members', () => {
  it.each([
    [['packages/*'], 'packages/a', true],
    [['packages/*'], 'packages/a/b', false],
    [['packages/**'], 'packages/a/b', true],
    [['./packages/*/'], 'packages/a', true],
    [['apps/{web,api}'], 'apps/api', true],
    [['packages/*', '!packages/old'], 'packages/old', false],
    [['**', '!**/test/**'], 'a/test/b', false],
    [['web'], 'web', true],
    [[], 'web', false],
    [['', '!', './', '!./', 'web'], 'web', true],
    [['(((', '[', '{a,b', 'web'], 'web', true],
    [['@(web|api)'], 'web', false],
    [['(web)/*', 'a+b', 'c|d'], '(web)/x', true],
    [['(web)'], 'web', false],
    [['\\(web)'], '(web)', true],
    [['a+b'], 'a+b', true],
    [['c|d'], 'd', false],
    [['[+]a'], '+a', true],
    [['x/*a*a*a'], 'x/aaaa', false],
    [['x/*a*a'], 'x/aaaa', true],
  ])('%j and %s: %s', (globs, directory, expected) => {
    expect(folderMatcher(globs)(directory)).toBe(expected);
  });

  it('that could take long are passed over', () => {
    const hostile = [
      '(a+)+b',
      '\\\\(a+)+b',
      '{{a,aa}+,b}+c',
      '*a*a*a*a*a*a*a*b',
      '+(+(+(a)))b',
      `**/${'**/a/'.repeat(20)}b`,
      'x'.repeat(70_000),
    ];
    const directory = 'a'.repeat(250);
    expect(hostile.map((glob) => folderMatcher([glob])(directory))).toEqual(hostile.map(() => false));
  });
});
