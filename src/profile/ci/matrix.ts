import { oncePer } from '../../domain/once.ts';
import type { ContextPath, Scalar } from '../../workflow/expressions/tree.ts';
import { areEqual, known, UNKNOWN, type Value } from '../../workflow/expressions/value.ts';
import { isMapping } from '../formats/manifest.ts';
import { MOST } from './limits.ts';

/** More runs, or entries of one list, than GitHub itself would start are not followed. */
const MOST_RUNS = 256;

/** More than anybody gives one run. */
const MOST_NAMES = 50;

/** What `matrix.…` gives in one run of a job, by the names behind it in small letters, as GitHub reads them in any case. */
export type MatrixRun = ReadonlyMap<string, Value>;

/** A run as it is written: axes and what is added to them, by their names in small letters. */
type Row = ReadonlyMap<string, unknown>;

/**
 * The runs of a job, as far as its matrix is written down: every combination of the axes that `exclude` leaves, and what `include` adds to
 * them or beside them. One run without anything where there is no matrix. (docs.github.com, "jobs.<job_id>.strategy.matrix.include")
 */
export function matrixRuns(matrix: unknown): MatrixRun[] {
  if (!isMapping(matrix)) return [new Map()];
  const axes = axesOf(matrix);
  let made: Row[] = axes.length > 0 ? [new Map()] : [];
  for (const [name, values] of axes) {
    const options = values.slice(0, MOST_RUNS);
    made = made.flatMap((row) => options.map((value) => new Map([...row, [name, value]]))).slice(0, MOST_RUNS);
  }
  const excluded = entriesOf(matrix.exclude);
  const left = made.filter((row) => !excluded.some((entry) => entry.size > 0 && isPartOf(row, entry)));
  return withIncluded(left, entriesOf(matrix.include)).slice(0, MOST_RUNS).map(asRun);
}

/** Whether a matrix is small enough that no run, and nothing of a run, is passed over here. */
export function isReadWhole(matrix: Readonly<Record<string, unknown>>): boolean {
  const lists = Object.values(matrix).filter(Array.isArray);
  const combinations = axesOf(matrix).reduce((product, [, values]) => product * values.length, 1);
  const isShort = lists.every((list) => list.length <= MOST_RUNS && list.every((one) => sizeOf(one) <= MOST_NAMES));
  return isShort && sizeOf(matrix) <= MOST_NAMES && combinations <= MOST_RUNS;
}

function sizeOf(value: unknown): number {
  return isMapping(value) ? Object.keys(value).length : 0;
}

function axesOf(matrix: Readonly<Record<string, unknown>>): (readonly [name: string, values: readonly unknown[]])[] {
  return Object.entries(matrix)
    .slice(0, MOST_NAMES)
    .flatMap(([name, values]) =>
      name !== 'exclude' && name !== 'include' && Array.isArray(values) ? [[name.toLowerCase(), values] as const] : [],
    );
}

/** An entry that changes no value of an axis is added to every such combination; one that is added to none is a run of its own. */
function withIncluded(made: readonly Row[], included: readonly Row[]): Row[] {
  const added = made.map((axes) => {
    const parts = [axes, ...included.filter((entry) => fits(axes, entry))];
    return new Map(parts.flatMap((part) => [...part]));
  });
  return [...added, ...included.filter((entry) => !made.some((axes) => fits(axes, entry)))];
}

function isPartOf(row: Row, entry: Row): boolean {
  return [...entry].every(([name, value]) => isLike(row.get(name), value));
}

/** Whether a value is that which an entry of `exclude` names; of an object, as far as the entry names it. */
function isLike(value: unknown, wanted: unknown): boolean {
  if (isMapping(value) && isMapping(wanted)) return isPartOf(rowOf(value), rowOf(wanted));
  return isScalar(value) && isScalar(wanted) ? areEqual(known(value), known(wanted)) === true : isSame(value, wanted);
}

/** Whether two values are written alike. It ends where they differ: values may be long, and many are compared. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other || typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  const [entries, others] = [Object.entries(one), new Map(Object.entries(other))];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    entries.length === others.size &&
    entries.every(([name, value]) => others.has(name) && isSame(value, others.get(name)))
  );
}

function fits(axes: Row, entry: Row): boolean {
  return [...entry].every(([name, value]) => !axes.has(name) || isSame(axes.get(name), value));
}

function entriesOf(listed: unknown): Row[] {
  return (Array.isArray(listed) ? listed : []).slice(0, MOST_RUNS).filter(isMapping).map(rowOf);
}

function rowOf(written: Readonly<Record<string, unknown>>): Row {
  const entries = Object.entries(written).slice(0, MOST_NAMES);
  return new Map(entries.map(([name, value]) => [name.toLowerCase(), value]));
}

const PLAIN = /^[\w-]{1,100}$/;

/** Of an object, what stands in it: `project.name`. */
function asRun(row: Row): MatrixRun {
  const named = plain(row).flatMap(([name, value]) =>
    isMapping(value)
      ? plain(rowOf(value)).map(([key, inner]) => [`${name}.${key}`, inner] as const)
      : [[name, value] as const],
  );
  return new Map(named.map(([name, value]) => [name, given(value)]));
}

function plain(row: Row) {
  return [...row].filter(([name]) => PLAIN.test(name));
}

/** Lists, and what only the run knows, stay open. */
function given(value: unknown): Value {
  const isOpen = typeof value === 'string' && (value.includes('${{') || value.length > MOST.value);
  return isScalar(value) && !isOpen ? known(value) : UNKNOWN;
}

/** What `matrix.…` gives in one of these runs. A name that only other runs have is empty in this one; one that none of them has may be made later. */
export function matrixValue([context, ...names]: ContextPath, run: MatrixRun, runs: readonly MatrixRun[]): Value {
  if (context !== 'matrix' || !names.every((name) => PLAIN.test(name))) return UNKNOWN;
  const name = names.join('.');
  const own = run.get(name);
  if (own !== undefined) return own;
  const isOpen = run.get(names[0] ?? '') === UNKNOWN || [...run.keys()].some((key) => key.startsWith(`${name}.`));
  return !isOpen && namesOf(runs).has(name) ? known(null) : UNKNOWN;
}

/** The names that any of these runs has. */
const namesOf = oncePer(
  (runs: readonly MatrixRun[]): ReadonlySet<string> => new Set(runs.flatMap((run) => [...run.keys()])),
);

/** A line with its `${{ matrix.… }}` put in; null where another expression is left, or it is longer than anybody's. */
export function inRun(text: string, run: MatrixRun): string | null {
  if (text.length > MOST.line) return null;
  const whole = text.replace(OF_MATRIX, (written, dotted?: string, indexed?: string) => {
    const value = run.get((dotted ?? indexed ?? '').toLowerCase());
    return (value && textOf(value)) ?? written;
  });
  return whole.includes('${{') || whole.length > MOST.line ? null : whole;
}

/** `matrix.db`, `matrix['db']`. (docs.github.com, "Accessing contexts") */
const OF_MATRIX = /\$\{\{\s{0,8}matrix(?:\.([\w.-]{1,100})|\[\s{0,4}'([\w.-]{1,100})'\s{0,4}\])\s{0,8}\}\}/g;

/** A value as it is put into a text; null where it is not known, or none. */
export function textOf(value: Value): string | null {
  return value.kind === 'known' && value.value !== null ? String(value.value) : null;
}

/** A text with its `${{ env.… }}` put in, as far as they are known. */
export function withEnv(text: string, environment: ReadonlyMap<string, string>): string {
  return text.replace(
    /\$\{\{\s{0,8}env\.(\w{1,100})\s{0,8}\}\}/g,
    (written, name: string) => environment.get(name) ?? written,
  );
}

/** The variables of a mapping that only hand a value of the matrix on, each as its expression. */
export function ofMatrix(environment: unknown): ReadonlyMap<string, string> {
  const pairs = isMapping(environment) ? Object.entries(environment).slice(0, MOST_NAMES).flatMap(asText) : [];
  return new Map(pairs.filter(([, value]) => /^\$\{\{\s{0,8}matrix\.[\w.-]{1,100}\s{0,8}\}\}$/.test(value)));
}

/** A scalar as text. */
export function asText([name, value]: [string, unknown]): [string, string][] {
  return isScalar(value) && value !== null ? [[name, String(value)]] : [];
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
