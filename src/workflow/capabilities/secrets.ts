import { expressionsIn } from '../expressions/find.ts';
import { parseExpression, type Tree } from '../expressions/tree.ts';
import { asText, isMapping } from '../facts/values.ts';

/** Stands for secrets that no name can be given for: all are handed on, or which one is decided only when the workflow runs. */
export const ANY_SECRET = '*';

/**
 * The names of the secrets that the texts below a value read, in upper case, as GitHub shows them. The job's own token is none: what it may
 * do stands in `permissions`.
 */
export function secretsIn(value: unknown): string[] {
  const found = textsBelow(value).flatMap(({ key, text }) => secretsOf(key, text));
  return [...new Set(found)].filter((name) => name !== 'GITHUB_TOKEN');
}

interface KeyedText {
  readonly key: string;
  readonly text: string;
}

/** Every scalar with the key that it stands under. Aliases were resolved, with a bound, when the text was read. */
function textsBelow(root: unknown): KeyedText[] {
  const texts: KeyedText[] = [];
  const open: { key: string; value: unknown }[] = [{ key: '', value: root }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { key, value } = next;
    const text = asText(value);
    if (text !== null) texts.push({ key, text });
    else if (Array.isArray(value)) open.push(...value.map((item) => ({ key, value: item })));
    else if (isMapping(value)) open.push(...Object.entries(value).map(([name, item]) => ({ key: name, value: item })));
  }
  return texts;
}

function secretsOf(key: string, text: string): string[] {
  if (key === 'secrets' && text === 'inherit') return [ANY_SECRET];
  // An `if` is an expression without its braces too.
  const sources = key === 'if' && !text.includes('${{') ? [text] : expressionsIn(text);
  return sources.filter((source) => /secrets/i.test(source)).flatMap(namedIn);
}

/** What cannot be read may read anything. */
function namedIn(source: string): string[] {
  const tree = parseExpression(source);
  return tree === null ? [ANY_SECRET] : namesOf(tree);
}

function namesOf(tree: Tree): string[] {
  switch (tree.kind) {
    case 'literal':
      return [];
    case 'context':
      return tree.path[0] === 'secrets' ? [(tree.path[1] ?? ANY_SECRET).toUpperCase()] : [];
    case 'call':
      return tree.arguments.flatMap(namesOf);
    case 'not':
      return namesOf(tree.of);
    case 'compare':
      return [...namesOf(tree.left), ...namesOf(tree.right)];
    case 'and':
    case 'or':
      return tree.of.flatMap(namesOf);
  }
}
