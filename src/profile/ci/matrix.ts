import type { ContextPath } from '../../workflow/expressions/tree.ts';
import { known, UNKNOWN, type Value } from '../../workflow/expressions/value.ts';
import { isMapping } from '../formats/manifest.ts';
import { MOST } from '../harvest/limits.ts';

/** More runs than GitHub itself would start are not followed. */
const MOST_RUNS = 256;

/** What `matrix.…` gives in one run of a job, by the names behind it, as texts. */
export type MatrixRun = ReadonlyMap<string, string>;

/**
 * The runs of a job, as far as its matrix is written down: every combination of the axes that `exclude` leaves, and what `include` adds to
 * them or beside them. One run without anything where there is no matrix. (docs.github.com, "jobs.<job_id>.strategy.matrix.include")
 */
export function matrixRuns(matrix: unknown): MatrixRun[] {
  if (!isMapping(matrix)) return [new Map()];
  const axes = Object.entries(matrix).filter(
    ([name, values]) => name !== 'exclude' && name !== 'include' && Array.isArray(values),
  );
  let made: MatrixRun[] = axes.length > 0 ? [new Map()] : [];
  for (const [name, values] of axes) {
    const options = (values as unknown[]).map((value) => flat(name, value));
    made = made.flatMap((run) => options.map((option) => new Map([...run, ...option]))).slice(0, MOST_RUNS);
  }
  const excluded = entriesOf(matrix.exclude);
  const left = made.filter((run) => !excluded.some((entry) => isPartOf(run, entry)));
  return withIncluded(left, entriesOf(matrix.include)).slice(0, MOST_RUNS);
}

/** An entry that changes no value of an axis is added to every such combination; one that is added to none is a run of its own. */
function withIncluded(made: readonly MatrixRun[], included: readonly MatrixRun[]): MatrixRun[] {
  const added = made.map((axes) => {
    const parts = [axes, ...included.filter((entry) => fits(axes, entry))];
    return new Map(parts.flatMap((part) => [...part]));
  });
  return [...added, ...included.filter((entry) => !made.some((axes) => fits(axes, entry)))];
}

function isPartOf(run: MatrixRun, entry: MatrixRun): boolean {
  return entry.size > 0 && [...entry].every(([name, value]) => run.get(name) === value);
}

function fits(axes: MatrixRun, entry: MatrixRun): boolean {
  return [...entry].every(([name, value]) => (axes.get(name) ?? value) === value);
}

function entriesOf(listed: unknown): MatrixRun[] {
  return (Array.isArray(listed) ? listed : [])
    .slice(0, MOST_RUNS)
    .filter(isMapping)
    .map((item) => new Map(Object.entries(item).flatMap(([key, value]) => flat(key, value))));
}

/** What `matrix.…` gives in one of these runs. A name that only other runs have is empty in this one; one that none of them has may be made later. */
export function matrixValue(path: ContextPath, run: MatrixRun, runs: readonly MatrixRun[]): Value {
  const [context, ...names] = path;
  if (context !== 'matrix') return UNKNOWN;
  const name = names.join('.');
  const own = textNamed(run, name);
  if (own !== undefined) return known(own === 'true' || own === 'false' ? own === 'true' : own);
  return runs.some((other) => textNamed(other, name) !== undefined) ? known(null) : UNKNOWN;
}

/** GitHub reads names in any case. */
function textNamed(run: MatrixRun, name: string): string | undefined {
  return run.get(name) ?? [...run].find(([key]) => key.toLowerCase() === name)?.[1];
}

/** `project.name` of an object on an axis. */
function flat(name: string, value: unknown): [string, string][] {
  const texts = isMapping(value)
    ? Object.entries(value).flatMap(([key, inner]) => asText([`${name}.${key}`, inner]))
    : asText([name, value]);
  return texts.filter(([, text]) => text.length <= MOST.value);
}

/** A line with its `${{ matrix.… }}` put in; null where another expression is left, or it is longer than anybody's. */
export function inRun(text: string, run: MatrixRun): string | null {
  if (text.length > MOST.line) return null;
  const whole = text.replace(
    /\$\{\{\s{0,8}matrix\.([\w.-]{1,100})\s{0,8}\}\}/g,
    (written, name: string) => run.get(name) ?? written,
  );
  return whole.includes('${{') || whole.length > MOST.line ? null : whole;
}

/** A text with its `${{ env.… }}` put in, as far as they are known. */
export function withEnv(text: string, environment: ReadonlyMap<string, string>): string {
  return text.replace(
    /\$\{\{\s{0,8}env\.(\w{1,100})\s{0,8}\}\}/g,
    (written, name: string) => environment.get(name) ?? written,
  );
}

/** A scalar as text. */
export function asText([name, value]: [string, unknown]): [string, string][] {
  return ['string', 'number', 'boolean'].includes(typeof value) ? [[name, String(value)]] : [];
}
