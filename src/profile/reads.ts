import picomatch from 'picomatch';
import { baseName } from './paths.ts';

/**
 * A test for whole paths against all of `globs`, compiled once. Nearly all of them are `**` and a name: a name is looked up, a pattern
 * of names is tried once for each name, and only the rest is tried for each path.
 */
export function matcherOf(globs: readonly string[]): (path: string) => boolean {
  const inAnyFolder = globs.filter((glob) => /^\*\*\/[^/]+$/.test(glob)).map((glob) => glob.slice(3));
  const isNamed = (name: string) => !choicesOf(name).some(isPattern);
  const names = new Set(inAnyFolder.filter(isNamed).flatMap(choicesOf));
  const matchesName = remembered(anyOf(inAnyFolder.filter((name) => !isNamed(name))));
  const matchesPath = anyOf(globs.filter((glob) => !/^\*\*\/[^/]+$/.test(glob)));
  return (path) => {
    const name = baseName(path);
    return names.has(name) || matchesName(name) || matchesPath(path);
  };
}

/** What a name stands for with its `{a,b}`. */
function choicesOf(name: string): string[] {
  const [, before, choices, after] = /^([^{}]*)\{([^{}]*,[^{}]*)\}(.*)$/.exec(name) ?? [];
  return choices === undefined ? [name] : choices.split(',').flatMap((it) => choicesOf(`${before}${it}${after}`));
}

/** One pattern for all: each by itself would be tried for each path. */
function anyOf(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const pattern = new RegExp(globs.map((glob) => picomatch.makeRe(glob, { dot: true }).source).join('|'));
  return (path) => pattern.test(path);
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
