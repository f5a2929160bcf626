import { wildcardMatcher } from './wildcards.ts';

/** More than people write; what is left of a longer list stands for itself. */
const MOST_ALTERNATIVES = 100;

/**
 * A test for whole paths against globs as people write them: wildcards, and `{a,b}` for one of several. In time that grows with glob times
 * path, whatever the globs are.
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const tests = globs
    .map((glob) => glob.replace(/^(?:\.\/)+/, ''))
    .flatMap(alternativesOf)
    .map(wildcardMatcher);
  return (path) => tests.some((isMatched) => isMatched(path));
}

function alternativesOf(glob: string): string[] {
  let all = [glob];
  for (;;) {
    const next = all.flatMap(withoutInnermost);
    if (next.length === all.length || next.length > MOST_ALTERNATIVES) return all;
    all = next;
  }
}

function withoutInnermost(glob: string): string[] {
  const group = /(?<!\\)\{([^{},]*(?:,[^{},]*)+)\}/.exec(glob);
  if (!group) return [glob];
  const [whole, list = ''] = group;
  const before = glob.slice(0, group.index);
  const after = glob.slice(group.index + whole.length);
  return list.split(',').map((one) => `${before}${one}${after}`);
}
