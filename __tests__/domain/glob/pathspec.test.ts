import { describe, expect, it } from 'vitest';
import { escaped, pathspecMatcher } from '../../../src/domain/glob/pathspec.ts';
import { type TemporaryRepository, temporaryRepository } from '../../fakes/repository.ts';

const NAMES = [
  '(shop)',
  '(a+)+',
  '[x]',
  '{a,b}',
  'a+b',
  '!x',
  ':x',
  ':(top)',
  'a b',
  'a\\b',
  'a*b',
  'a?b',
  '*',
  '**',
  'é',
  '日本',
  '-x',
  '#x',
  'a]b',
  '@(a|b)',
  '$a^',
  '.hidden',
];
const FILES = ['x', 'a', 'b', 'axb', 'foo', 'foobar', 'Z', '1', '_', 'dir/foo/bar', 'dir/foox/y/bar', 'dir/a/b/c'];
const PATHS = [
  ...NAMES.flatMap((name) => [name, `in/${name}`].flatMap((it) => [`${it}/f.go`, `${it}/sub/f.ts`])),
  ...FILES,
];

const PARTS = [
  '*',
  '**',
  '***',
  '?',
  '??',
  '*/**',
  '**/f.*',
  '*/sub/**',
  '**/sub',
  '?/f.go',
  '**/**/f.go',
  '*.go',
  '[!a]*/*',
];
const SETS = [
  '[x]',
  '[xy]/**',
  '[!x]',
  '[^x]',
  '[a-z]',
  '[]a]',
  '[a',
  '[',
  '[]',
  '[!]',
  '[a-]',
  '[-a]',
  '[\\a]',
  '[a-\\z]',
  '[\\',
  '[a-',
  '[[:alpha:]]',
  '[[:digit:][:upper:]]',
  '[[:punct:]]',
  '[[:nothing:]]',
  '[[:alpha]',
  '[[:]',
  '[[:]x]',
  '[^[:lower:]]',
  'a[/]b',
  'in[!a]*/f.go',
];
const OTHERS = [
  'foo**',
  'foo**/bar',
  'dir/foo**/bar',
  'dir/*o**/bar',
  'dir**bar',
  'dir/**/bar',
  'dir/**\\/bar',
  'dir\\/**/bar',
  '**/dir/**',
  'dir/',
  'dir',
  'di',
  '\\dir',
  'dir\\',
  '\\',
  'a\\',
  '\\*',
  '\\**',
  'in/\\[x\\]',
  'in/\\[x]/**',
  '**bar',
  '*bar',
  '*/',
  'dir/*/',
  'dir/*',
  'dir/*/*/*',
  'dir/**/*/c',
  '?*',
  '*?',
  '{a,b}/**',
  '{x,a}',
  '(x)',
  '+(x)',
  '@(x|a)',
  '!(x)',
  '!a',
  'x|a',
  '(x|a)',
  '^x$',
  'a\\+b/**',
  'é?',
  '??/f.go',
  '[é]/f.go',
  '日*',
];
const GLOBS = [
  ...PARTS,
  ...SETS,
  ...OTHERS,
  ...NAMES.flatMap((name) => [
    name,
    `${name}/**`,
    `in/${name}/*`,
    `**/${name}/**`,
    escaped(name),
    `${escaped(name)}/**`,
  ]),
];

describe('A glob matches what git says that it matches', () => {
  it('of the names of files', async () => {
    await using repository = nasty();
    const once = [...new Set(GLOBS)].map((glob) => [glob]);
    expect(once.map(ours)).toEqual(once.map((globs) => by(repository, ['ls-files'], globs)));
  });

  it('of what a change touches, by the folders of units', async () => {
    await using repository = nasty();
    const empty = repository.git('hash-object', '-t', 'tree', '/dev/null').trim();
    const folders = NAMES.flatMap((name) => [name, `in/${name}`]);
    const sets = folders.flatMap((name) => [[`${escaped(name)}/**`], [`${name}/**`, `${escaped(name)}/**`]]);
    expect(sets.map(ours)).toEqual(sets.map((globs) => by(repository, ['diff', '--name-only', empty, 'HEAD'], globs)));
  });

  it('in time that grows with glob and path', () => {
    const path = `${'a'.repeat(250)}/`.repeat(8);
    const hostile = ['(a+)+', '*a'.repeat(500), `${'**/'.repeat(500)}b`, '[a-z]*'.repeat(300), '{a,aa}'.repeat(50)];
    expect(hostile.filter((glob) => pathspecMatcher([`${glob}b`])(path))).toEqual([]);
  });
});

function nasty(): TemporaryRepository {
  return temporaryRepository(Object.fromEntries(PATHS.map((path) => [path, path])));
}

function ours(globs: readonly string[]): string {
  return [...globs, ...PATHS.filter(pathspecMatcher(globs)).sort()].join(' ');
}

function by(
  { git }: TemporaryRepository,
  [command = '', ...args]: readonly string[],
  globs: readonly string[],
): string {
  const specs = globs.map((glob) => (glob.startsWith(':') ? `:(glob)${glob}` : glob));
  const found = git('--glob-pathspecs', command, '-z', ...args, '--', ...specs)
    .split('\0')
    .filter(Boolean);
  return [...globs, ...found.sort()].join(' ');
}
