import type { ContextPath, Tree } from './tree.ts';

/** What may become part of an expression's text. */
export interface Yields {
  readonly contexts: readonly ContextPath[];
  /** Literals, as text. */
  readonly texts: readonly string[];
}

/** These give yes or no, or a hash, whatever they are given. */
const TELLS_NOTHING = new Set([
  'contains',
  'startswith',
  'endswith',
  'hashfiles',
  'always',
  'success',
  'failure',
  'cancelled',
]);

/** A condition decides what is put in, and is not put in itself: `contains(title, 'x') && 'a' || 'b'` gives `a` or `b`. */
export function yieldsOf(tree: Tree | null): Yields {
  switch (tree?.kind) {
    case undefined:
    case 'not':
    case 'compare':
      return { contexts: [], texts: [] };
    case 'literal':
      return { contexts: [], texts: [String(tree.value ?? '')] };
    case 'context':
      return { contexts: [tree.path], texts: [] };
    case 'and':
      // All but the last come out only where they are false, empty or zero.
      return yieldsOf(tree.of.at(-1) ?? null);
    case 'or':
      return all(tree.of);
    case 'call':
      return all(TELLS_NOTHING.has(tree.name) ? [] : valuesIn(tree.name, tree.arguments));
  }
}

/** The values of a call: `case(condition, value, …, otherwise)` has conditions among its arguments. */
function valuesIn(name: string, given: readonly Tree[]): readonly Tree[] {
  return name === 'case' ? given.filter((_, index) => index % 2 === 1 || index === given.length - 1) : given;
}

function all(trees: readonly Tree[]): Yields {
  const yields = trees.map(yieldsOf);
  return { contexts: yields.flatMap(({ contexts }) => contexts), texts: yields.flatMap(({ texts }) => texts) };
}
