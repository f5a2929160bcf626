import { wildcardMatcher } from './wildcards.ts';

/**
 * A test for paths against globs as git understands them with `--glob-pathspecs`, to the letter: braces, parentheses and exclamation marks
 * are names like any other, and a folder's name is everything below it. In time that grows with glob times path, whatever the globs are.
 */
export function pathspecMatcher(globs: readonly string[]): (path: string) => boolean {
  const tests = globs.map(testOf);
  return (path) => tests.some((isMatched) => isMatched(path));
}

/** A path as a glob that means exactly it. (gitglossary, "pathspec") */
export function escaped(path: string): string {
  return path.replace(/[*?[\\]/g, '\\$&');
}

/** git looks for the glob as it is written first. Then what stands before the first sign is compared, and only the rest is a pattern. */
function testOf(glob: string): (path: string) => boolean {
  const length = glob.search(/[*?[\\]/);
  if (length < 0) return (path) => isAtOrBelow(glob, path);
  const fixed = glob.slice(0, length);
  const rest = glob.slice(length);
  if (rest === '**') return (path) => path.startsWith(fixed);
  const isMatched = wildcardMatcher(bytesOf(rest));
  return (path) => isAtOrBelow(glob, path) || (path.startsWith(fixed) && isMatched(bytesOf(path.slice(fixed.length))));
}

function isAtOrBelow(name: string, path: string): boolean {
  return path === name || path.startsWith(name.endsWith('/') ? name : `${name}/`);
}

/** A character for each byte, which is what git takes for a character. */
function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1');
}
