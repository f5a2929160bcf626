import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { matcherOf } from '../../src/profile/reads.ts';

const GLOBS = [
  '**/go.mod',
  '**/*.gradle',
  '**/{[Dd]ockerfile,Containerfile}*',
  '**/{M,m}akefile{,.in}',
  '**/{a,b*}.toml',
  'README.md',
  '.github/workflows/*.{yml,yaml}',
  '**/requirements/*.txt',
];
const PATHS = [
  'go.mod',
  'a/b/go.mod',
  'a/go.mod.bak',
  'x.gradle',
  'a/build.gradle',
  'a/build.gradle.kts',
  'Dockerfile',
  'a/dockerfile.dev',
  'Makefile',
  'a/makefile.in',
  'a/akefile',
  'a.toml',
  'x/bc.toml',
  'x/c.toml',
  'README.md',
  'a/README.md',
  '.github/workflows/ci.yml',
  'a/.github/workflows/ci.yml',
  'requirements/dev.txt',
  'a/requirements/dev.txt',
  '.hidden/go.mod',
];

describe('The matcher of what is read', () => {
  it.each(PATHS)('agrees with the globs themselves about %s', (path) => {
    expect(matcherOf(GLOBS)(path)).toBe(picomatch(GLOBS, { dot: true })(path));
  });

  it('matches nothing without globs', () => {
    expect(matcherOf([])('a')).toBe(false);
  });
});
