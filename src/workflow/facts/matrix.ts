import { oncePer } from '../../domain/once.ts';
import { expressionsIn } from '../expressions/find.ts';
import type { ContextPath } from '../expressions/tree.ts';
import { asList, asMapping, asText, byName, entryOf, isMapping, type Mapping, memoised } from './values.ts';

/** What `matrix.a` can be: the entries of `a`, and what `include` adds. A matrix that is one expression may be anything of it. */
export function matrixTexts([, name = '', ...rest]: ContextPath, matrix: unknown): string[] {
  const whole = asText(matrix) ?? asText(asMapping(matrix).include);
  const values = isMapping(matrix) ? (valuesOf(matrix).get(name) ?? []) : [];
  const texts = values
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .flatMap((one) => textsAt(one, rest));
  return whole === null ? texts : [...texts, whole];
}

/** By name, in lower case: what the matrix itself has, and each row that it includes. */
const valuesOf = oncePer((matrix: Mapping): ReadonlyMap<string, readonly unknown[]> => {
  const rows = [matrix, ...asList(matrix.include).map(asMapping)];
  return byName(
    rows.flatMap((row) =>
      [...new Set(Object.keys(row).map((key) => key.toLowerCase()))].map((name) => [name, entryOf(row, name)] as const),
    ),
  );
});

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

/** What holds itself by an alias is gone through once. */
function textsAt(value: unknown, path: ContextPath, seen: ReadonlySet<unknown> = new Set()): string[] {
  const [step, ...rest] = path;
  const text = asText(value);
  if (text !== null) return [text];
  if (step !== undefined && isMapping(value)) return textsAt(entryOf(value, step), rest);
  // All of it: a list or a mapping that is put in as a whole.
  if (seen.has(value) || !(Array.isArray(value) || isMapping(value))) return [];
  const inside = new Set([...seen, value]);
  return Object.values(value).flatMap((item) => textsAt(item, [], inside));
}
