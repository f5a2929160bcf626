import { expressionsIn } from '../expressions/find.ts';
import type { ContextPath } from '../expressions/tree.ts';
import { asList, asMapping, asText, entryOf, isMapping, memoised } from './values.ts';

/** What `matrix.a` can be: the entries of `a`, and what `include` adds. A matrix that is one expression may be anything of it. */
export function matrixTexts([, name = '', ...rest]: ContextPath, matrix: unknown): string[] {
  const { include } = asMapping(matrix);
  const whole = asText(matrix) ?? asText(include);
  const rows = [matrix, ...asList(include)].map((row) => entryOf(asMapping(row), name));
  const texts = rows.flatMap((row) => (Array.isArray(row) ? row : [row])).flatMap((value) => textsAt(value, rest));
  return whole === null ? texts : [...texts, whole];
}

/** The expressions of all that `matrix.a` can be, in one text. */
export function matrixExpressions(path: ContextPath, matrix: unknown): string {
  const all = () =>
    matrixTexts(path, matrix)
      .flatMap(expressionsIn)
      .map((source) => `\${{ ${source} }}`)
      .join('');
  return isMapping(matrix) ? memoised(EXPRESSIONS, matrix, path.join('.'), all) : all();
}

const EXPRESSIONS = new WeakMap<object, Map<string, string>>();

function textsAt(value: unknown, path: ContextPath): string[] {
  const [step, ...rest] = path;
  const text = asText(value);
  if (text !== null) return [text];
  if (step !== undefined && isMapping(value)) return textsAt(entryOf(value, step), rest);
  // All of it: a list or a mapping that is put in as a whole.
  return Array.isArray(value) || isMapping(value) ? Object.values(value).flatMap((item) => textsAt(item, [])) : [];
}
