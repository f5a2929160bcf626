import { partsOf } from './find.ts';
import { type ContextPath, parseExpression, type Scalar, type Tree } from './tree.ts';
import { areEqual, known, startsWith, truthOf, UNKNOWN, type Value } from './value.ts';

/** What is assumed of a context. */
export type Assumed = (path: ContextPath) => Value;

/** An expression as far as what is assumed decides it. Never throws; what it does not follow is unknown. */
export function evaluate(tree: Tree | null, assumed: Assumed): Value {
  switch (tree?.kind) {
    case undefined:
      return UNKNOWN;
    case 'literal':
      return known(tree.value);
    case 'context':
      return assumed(tree.path);
    case 'not':
      return asValue(not(truthOf(evaluate(tree.of, assumed))));
    case 'compare':
      return compare(tree.operator, evaluate(tree.left, assumed), evaluate(tree.right, assumed));
    case 'and':
      return firstOf(tree.of, false, assumed);
    case 'or':
      return firstOf(tree.of, true, assumed);
    case 'call':
      return call(
        tree.name,
        tree.arguments.map((argument) => evaluate(argument, assumed)),
      );
  }
}

/** A text with expressions in it: known where all of them are. */
export function evaluateText(text: string, assumed: Assumed): Value {
  const parts = partsOf(text);
  const values = parts.map((part) =>
    part.kind === 'text' ? known(part.text) : evaluate(parseExpression(part.source), assumed),
  );
  const [only] = values;
  if (only && values.length === 1) return only;
  if (values.every(({ kind }) => kind === 'known')) return known(values.map(textOf).join(''));
  return UNKNOWN;
}

/** A condition, which may stand without braces. */
export function parseCondition(text: string): Tree | null {
  if (isText(text)) return { kind: 'literal', value: true };
  const [only] = partsOf(text);
  return parseExpression(only?.kind === 'expression' ? only.source : text);
}

/** Whether text stands beside an expression, be it a line break: together they are a text, which is true as a condition, whatever is in it. */
export function isText(condition: string): boolean {
  const parts = partsOf(condition);
  return parts.length > 1 && parts.some(({ kind }) => kind === 'expression');
}

/** The first operand that decides, as `&&` and `||` give it; the last one where none before it does. */
function firstOf(operands: readonly Tree[], deciding: boolean, assumed: Assumed): Value {
  const values = operands.map((operand) => evaluate(operand, assumed));
  const rest = values.filter((value, index) => index === values.length - 1 || truthOf(value) !== !deciding);
  const [first = UNKNOWN] = rest;
  if (rest.length === 1 || truthOf(first) === deciding) return first;
  // What is not known stands first. Where something behind it decides for certain, only how it is written stays open.
  return rest.some((value) => truthOf(value) === deciding) ? decided(deciding) : UNKNOWN;
}

function decided(deciding: boolean): Value {
  return deciding ? { kind: 'some' } : known(false);
}

function compare(operator: string, left: Value, right: Value): Value {
  if (operator === '==') return asValue(areEqual(left, right));
  if (operator === '!=') return asValue(not(areEqual(left, right)));
  return UNKNOWN;
}

function call(name: string, given: readonly Value[]): Value {
  const [first = UNKNOWN, second = UNKNOWN] = given;
  switch (name) {
    case 'always':
      return known(true);
    case 'startswith':
      return asValue(startsWith(first, second));
    case 'contains':
      return asValue(contains(first, second));
    case 'format':
      return format(given);
    case 'fromjson':
      return first.kind === 'known' ? fromJson(String(first.value ?? '')) : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function contains(whole: Value, part: Value): boolean | null {
  if (whole.kind === 'list') {
    const found = whole.items.map((item) => areEqual(item, part));
    return found.includes(true) ? true : found.includes(null) ? null : false;
  }
  if (whole.kind !== 'known' || part.kind !== 'known') return null;
  return String(whole.value ?? '')
    .toLowerCase()
    .includes(String(part.value ?? '').toLowerCase());
}

/** `{0}` and so on, and `{{` for a brace. Where a value is not known, the text begins as the template does. */
function format([template = UNKNOWN, ...values]: readonly Value[]): Value {
  if (template.kind !== 'known') return UNKNOWN;
  const text = String(template.value ?? '');
  const missing = text.search(/\{/);
  if (values.some(({ kind }) => kind !== 'known'))
    return missing > 0 ? { kind: 'some', prefix: text.slice(0, missing) } : UNKNOWN;
  return known(
    text.replace(/\{\{|\}\}|\{(\d+)\}/g, (whole, index?: string) =>
      index === undefined ? (whole[0] ?? '') : textOf(values[Number(index)]),
    ),
  );
}

function textOf(value: Value | undefined): string {
  return value?.kind === 'known' ? String(value.value ?? '') : '';
}

function fromJson(text: string): Value {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value))
      return { kind: 'list', items: value.map((item) => (isScalar(item) ? known(item) : UNKNOWN)) };
    return isScalar(value) ? known(value) : UNKNOWN;
  } catch {
    return UNKNOWN;
  }
}

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function not(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

function asValue(value: boolean | null): Value {
  return value === null ? UNKNOWN : known(value);
}
