import picomatch from 'picomatch';
import { baseName } from './paths.ts';

/**
 * A test for whole paths against all of `globs`, compiled once. Nearly all of them are `**` and a name: a name is looked up, a pattern
 * of names is tried once for each name, and only the rest is tried for each path.
 */
export function matcherOf(globs: readonly string[]): (path: string) => boolean {
  const inAnyFolder = globs.filter((glob) => /^\*\*\/[^/]+$/.test(glob)).map((glob) => glob.slice(3));
  const names = new Set(inAnyFolder.filter((name) => !isPattern(name)));
  const matchesName = remembered(picomatch([...inAnyFolder.filter(isPattern)], { dot: true }));
  const matchesPath = picomatch(
    globs.filter((glob) => !/^\*\*\/[^/]+$/.test(glob)),
    { dot: true },
  );
  return (path) => names.has(baseName(path)) || matchesName(baseName(path)) || matchesPath(path);
}

function isPattern(name: string): boolean {
  return /[*?{}[\]!()]/.test(name);
}

function remembered(matches: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const now = matches(name);
    known.set(name, now);
    return now;
  };
}
