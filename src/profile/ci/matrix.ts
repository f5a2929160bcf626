import { isMapping } from '../formats/manifest.ts';
import { MOST } from '../harvest/limits.ts';

/** More runs than GitHub itself would start are not followed. */
const MOST_RUNS = 256;

/** Every combination of the axes, and what `include` lists. Exclusions are passed over: what they leave out is built nowhere else. */
export function matrixRuns(matrix: unknown): ReadonlyMap<string, string>[] {
  if (!isMapping(matrix)) return [new Map()];
  const axes = Object.entries(matrix).filter(
    ([name, values]) => name !== 'exclude' && name !== 'include' && Array.isArray(values),
  );
  let runs: ReadonlyMap<string, string>[] = axes.length > 0 ? [new Map()] : [];
  for (const [name, values] of axes) {
    const options = (values as unknown[]).map((value) => flat(name, value));
    runs = runs.flatMap((run) => options.map((option) => new Map([...run, ...option]))).slice(0, MOST_RUNS);
  }
  const listed = Array.isArray(matrix.include) ? matrix.include : [];
  const included = listed
    .filter(isMapping)
    .map((item) => new Map(Object.entries(item).flatMap(([key, value]) => flat(key, value))));
  return [...runs, ...included].slice(0, MOST_RUNS);
}

/** `project.name` of an object on an axis. */
function flat(name: string, value: unknown): [string, string][] {
  const texts = isMapping(value)
    ? Object.entries(value).flatMap(([key, inner]) => asText([`${name}.${key}`, inner]))
    : asText([name, value]);
  return texts.filter(([, text]) => text.length <= MOST.value);
}

/** A line with its `${{ matrix.… }}` put in; null where another expression is left, or it is longer than anybody's. */
export function inRun(text: string, run: ReadonlyMap<string, string>): string | null {
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
