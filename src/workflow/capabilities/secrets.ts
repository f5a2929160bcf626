import { expressionsIn } from '../expressions/find.ts';
import { parseExpression, treesIn } from '../expressions/tree.ts';
import { textsIn } from '../facts/texts.ts';

/** Stands for secrets that no name can be given for: all are handed on, or which one is decided only when the workflow runs. */
export const ANY_SECRET = '*';

/**
 * The names of the secrets that the texts below a value read, in upper case, as GitHub shows them. The job's own token is none: what it may
 * do stands in `permissions`.
 */
export function secretsIn(value: unknown): string[] {
  const found = textsIn(value).flatMap(({ text, path }) =>
    secretsOf(
      path.findLast((step) => typeof step === 'string'),
      text,
    ),
  );
  return [...new Set(found)].filter((name) => name !== 'GITHUB_TOKEN');
}

/** `key` is what the text stands under. */
function secretsOf(key: unknown, text: string): string[] {
  if (key === 'secrets' && text === 'inherit') return [ANY_SECRET];
  // An `if` is an expression without its braces too.
  const sources = key === 'if' && !text.includes('${{') ? [text] : expressionsIn(text);
  return sources.filter((source) => /secrets/i.test(source)).flatMap(namedIn);
}

/** What cannot be read may read anything. */
function namedIn(source: string): string[] {
  const tree = parseExpression(source);
  if (tree === null) return [ANY_SECRET];
  return treesIn(tree).flatMap((one) =>
    one.kind === 'context' && one.path[0] === 'secrets' ? [(one.path[1] ?? ANY_SECRET).toUpperCase()] : [],
  );
}
