import {
  Binary,
  ContextAccess,
  type Expr,
  FunctionCall,
  Grouping,
  IndexAccess,
  Literal,
  Logical,
  Unary,
} from '@actions/expressions/ast';
import { Lexer } from '@actions/expressions/lexer';
import { Parser } from '@actions/expressions/parser';

/** What an expression reads, lower case: `['github', 'event', 'issue', 'title']`; `*` for an index that is not a plain name. */
export type ContextPath = readonly string[];

export type Scalar = string | number | boolean | null;

/** An expression as a tree. An index into what a function gives is left out: it gives part of the same. */
export type Tree =
  | { readonly kind: 'literal'; readonly value: Scalar }
  | { readonly kind: 'context'; readonly path: ContextPath }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Tree[] }
  | { readonly kind: 'not'; readonly of: Tree }
  | { readonly kind: 'compare'; readonly operator: string; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Tree[] };

const CONTEXTS = 'github env vars job jobs steps runner secrets strategy matrix needs inputs'.split(' ');
const FUNCTIONS = ['success', 'failure', 'always', 'cancelled', 'hashFiles'].map((name) => ({
  name,
  minArgs: 0,
  maxArgs: Number.MAX_SAFE_INTEGER,
}));

/** Expressions that are kept; a workflow seldom has a tenth of them. */
const MOST_KEPT = 2000;
/** Characters of one that is kept. */
const LONGEST_KEPT = 500;
const KEPT = new Map<string, Tree | null>();

/**
 * An expression without its braces; null for what is none, which the schema engine reports. Kept, since several facts ask for the same one,
 * in every situation anew.
 */
export function parseExpression(source: string): Tree | null {
  const known = KEPT.get(source);
  if (known !== undefined) return known;
  const tree = parse(source);
  if (source.length > LONGEST_KEPT) return tree;
  if (KEPT.size >= MOST_KEPT) KEPT.clear();
  KEPT.set(source, tree);
  return tree;
}

/** A tree and all below it. */
export function treesIn(tree: Tree | null): readonly Tree[] {
  switch (tree?.kind) {
    case undefined:
      return [];
    case 'literal':
    case 'context':
      return [tree];
    case 'not':
      return [tree, ...treesIn(tree.of)];
    case 'compare':
      return [tree, ...treesIn(tree.left), ...treesIn(tree.right)];
    case 'and':
    case 'or':
      return [tree, ...tree.of.flatMap(treesIn)];
    case 'call':
      return [tree, ...tree.arguments.flatMap(treesIn)];
  }
}

function parse(source: string): Tree | null {
  try {
    const { tokens } = new Lexer(source).lex();
    const parsed = new Parser([...tokens], CONTEXTS, FUNCTIONS).parse() as Expr | undefined;
    return parsed ? treeOf(parsed) : null;
  } catch {
    return null;
  }
}

function treeOf(expr: Expr): Tree {
  if (expr instanceof Grouping) return treeOf(expr.group);
  if (expr instanceof Literal) return { kind: 'literal', value: scalarOf(expr) };
  if (expr instanceof ContextAccess || expr instanceof IndexAccess) return accessOf(expr);
  if (expr instanceof FunctionCall)
    return { kind: 'call', name: expr.functionName.lexeme.toLowerCase(), arguments: expr.args.map(treeOf) };
  if (expr instanceof Unary) return { kind: 'not', of: treeOf(expr.expr) };
  if (expr instanceof Binary) {
    const { left, right, operator } = expr;
    return { kind: 'compare', operator: operator.lexeme, left: treeOf(left), right: treeOf(right) };
  }
  if (expr instanceof Logical) return { kind: expr.operator.lexeme === '&&' ? 'and' : 'or', of: expr.args.map(treeOf) };
  throw new Error('an expression of an unknown kind');
}

function scalarOf({ literal }: Literal): Scalar {
  return 'value' in literal ? literal.value : literal.primitive ? null : literal.coerceString();
}

/** `a.b`, `a['b']`, `a[0]`, `a.*`: the steps behind a name. */
function accessOf(expr: ContextAccess | IndexAccess): Tree {
  if (expr instanceof ContextAccess) return { kind: 'context', path: [expr.name.lexeme.toLowerCase()] };
  const { index } = expr;
  const value = index instanceof Literal ? scalarOf(index) : null;
  return stepInto(treeOf(expr.expr), typeof value === 'string' ? value.toLowerCase() : '*');
}

/** `(a || b).c` gives what `a.c || b.c` gives. */
function stepInto(base: Tree, step: string): Tree {
  switch (base.kind) {
    case 'context':
      return { kind: 'context', path: [...base.path, step] };
    case 'and':
    case 'or':
      return { ...base, of: base.of.map((operand) => stepInto(operand, step)) };
    case 'literal':
    case 'call':
    case 'not':
    case 'compare':
      return base;
  }
}
