import { describe, expect, it } from 'vitest';
import { globMatcher } from '../../../src/domain/glob/globs.ts';

describe('A glob as people write it', () => {
  it.each<[string, string[], string[]]>([
    ['src/**', ['src/a', 'src/a/b', 'src/.a'], ['src', 'srcs/a']],
    ['**/*.md', ['a.md', 'b/c/a.md'], ['a.mdx']],
    ['./docs/*', ['docs/a'], ['docs/a/b']],
    ['{src,lib}/*.ts', ['src/a.ts', 'lib/a.ts'], ['docs/a.ts', '{src,lib}/a.ts']],
    ['a/{b,{c,d}e}/**', ['a/b/x', 'a/ce/x', 'a/de/x'], ['a/c/x']],
    ['{a}/{,b}', ['{a}/', '{a}/b'], ['a/b']],
    ['\\{a,b}', ['{a,b}'], ['a', 'b']],
    ['(shop)/+(a)/[[]x]', ['(shop)/+(a)/[x]'], ['shop/a/[x]']],
  ])('%s', (glob, matching, others) => {
    expect(matching.filter((path) => !globMatcher([glob])(path))).toEqual([]);
    expect(others.filter(globMatcher([glob]))).toEqual([]);
  });

  it('takes no longer for being written to hold us up', () => {
    const hostile = [
      '(a+)+b',
      `${'*a'.repeat(140)}b`,
      `${'{a,aa}'.repeat(45)}b`,
      `${'**/'.repeat(99)}b`,
      '{{a,aa}+,b}+c',
    ];
    expect(hostile.filter((glob) => globMatcher([glob])('a'.repeat(250)))).toEqual([]);
  });
});
