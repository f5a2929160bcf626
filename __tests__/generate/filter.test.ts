import { describe, expect, it } from 'vitest';
import { passesFilter } from '../../src/generate/filter.ts';

describe('A filter passes what GitHub’s own does', () => {
  // From the cheat sheet of docs.github.com, "Filter pattern cheat sheet", with cases between.
  it.each<[string[], string[], string[]]>([
    [['main'], ['main'], ['mainly', 'a/main', '']],
    [['feature/*'], ['feature/my-branch'], ['feature/a/b', 'feature']],
    [['feature/**'], ['feature/a', 'feature/a/b'], ['features']],
    [['*'], ['main', 'v2.0.0'], ['a/b']],
    [['**'], ['main', 'a/b/c'], []],
    [['*feature'], ['mona-feature', 'feature'], ['mona/feature']],
    [['v2*'], ['v2', 'v2.0'], ['v1']],
    [['v[12].[0-9]+.[0-9]+'], ['v1.10.1', 'v2.0.0'], ['v3.0.0', 'v1..0']],
    [['*.jsx?'], ['page.js', 'page.jsx'], ['page.jsxx', 'a/page.js']],
    [['**.js'], ['index.js', 'js/index.js', 'src/js/app.js'], ['index.ts']],
    [['docs/*'], ['docs/README.md'], ['docs/a/b.md']],
    [['**/docs/**'], ['docs/hello.md', 'dir/docs/my-file.txt', 'space/docs/plan/space.doc'], ['mydocs/a']],
    [['**/README.md'], ['README.md', 'js/README.md'], ['myREADME.md']],
    [['**/*src/**'], ['a/src/app.js', 'my-src/code/js/app.js'], ['src-of/a']],
    [['**/migrate-*.sql'], ['migrate-10909.sql', 'db/sept/migrate-v1.sql'], ['db/my-migrate-1.sql']],
    [['*.md', '!README.md'], ['hello.md'], ['README.md', 'docs/hello.md']],
    [['*.md', '!README.md', 'README*'], ['hello.md', 'README.md', 'README.doc'], []],
    [
      ['a\\*b', 'ü?'],
      ['a*b', 'ü', ''],
      ['aab', 'a\\*b'],
    ],
  ])('%j', (patterns, passing, stopped) => {
    expect(passing.filter((name) => !passesFilter(patterns, name))).toEqual([]);
    expect(stopped.filter((name) => passesFilter(patterns, name))).toEqual([]);
  });

  it('needs no time for what would send another matcher back and forth', () => {
    expect(passesFilter(['**a'.repeat(100)], 'a'.repeat(250))).toBe(true);
    expect(passesFilter([`${'**a'.repeat(100)}b`], 'a'.repeat(250))).toBe(false);
  });
});
