import { expressionsIn, partsOf } from '../expressions/find.ts';
import { type ContextPath, parseExpression } from '../expressions/tree.ts';
import { yieldsOf } from '../expressions/yields.ts';
import { asList, asMapping, asText, entryOf, isMapping, type Mapping } from './values.ts';

/** What the expressions of a step, or of a job, read besides the event. */
export interface Scope {
  readonly job: string;
  /** Innermost first: of the step, the job, the workflow. */
  readonly environments: readonly Mapping[];
  /** `strategy.matrix` as it is written. */
  readonly matrix: unknown;
  /** The steps of the job that have an id, as they are written; ids in lower case. */
  readonly steps: ReadonlyMap<string, Mapping>;
  /** The output of a needed job, with the scope that it is written in; null where there is none. */
  readonly outputOf: (job: string, name: string) => ScopedText | null;
}

export function stepsById(steps: readonly unknown[]): ReadonlyMap<string, Mapping> {
  return new Map(steps.map(asMapping).map((step) => [(asText(step.id) ?? '').toLowerCase(), step]));
}

/** Where a part of a text comes from, and the scope that it is read in. */
export interface Origin {
  readonly path: ContextPath;
  readonly scope: Scope;
}

/** Variables that are followed for one text; nobody writes half of it. */
const MAX_FOLLOWED = 30;

/**
 * The contexts that may become part of a text, followed through `env`, `matrix` and the outputs of jobs to where they come from. What cannot
 * be followed stands for itself. Each variable is followed once, so a knot costs no more than a list.
 */
export function originsOf(text: string, scope: Scope): Origin[] {
  const found: Origin[] = [];
  const seen = new Set<string>();
  const open = [{ text, scope }];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const origin of contextsIn(next)) {
      const name = `${origin.scope.job} ${origin.path.join('.')}`;
      if (seen.has(name)) continue;
      const sources = seen.size < MAX_FOLLOWED ? sourcesOf(origin) : null;
      if (sources === null) found.push(origin);
      else {
        seen.add(name);
        open.push(...sources);
      }
    }
  return found;
}

/** A text in a workflow, with what its expressions read. */
interface ScopedText {
  readonly text: string;
  readonly scope: Scope;
}

function contextsIn({ text, scope }: ScopedText): Origin[] {
  return expressionsIn(text).flatMap((source) =>
    yieldsOf(parseExpression(source)).contexts.map((path) => ({ path, scope })),
  );
}

/** Where the workflow itself says what this is; null for what comes from outside, or is made by a step. */
function sourcesOf({ path, scope }: Origin): readonly ScopedText[] | null {
  const [context, name = '', , output = ''] = path;
  if (context === 'env') {
    const text = scope.environments.map((environment) => asText(entryOf(environment, name))).find((it) => it !== null);
    return typeof text === 'string' ? [{ text, scope }] : null;
  }
  if (context === 'matrix')
    return matrixTexts(path, scope.matrix).flatMap((text) => (text.includes('${{') ? [{ text, scope }] : []));
  const found = context === 'needs' ? scope.outputOf(name, output) : null;
  return found && [found];
}

const MAX_TEXTS = 100;

/** Texts that this one may become, at most a hundred. Expressions that are decided elsewhere are left in it. */
export function possibleTexts(text: string, { matrix }: Pick<Scope, 'matrix'>): string[] {
  const pieces = partsOf(text).map((part) =>
    part.kind === 'text' ? [part.text] : possibleValues(part.source, matrix),
  );
  return pieces.reduce<string[]>(
    (texts, values) =>
      texts.flatMap((start) => values.slice(0, MAX_TEXTS).map((value) => start + value)).slice(0, MAX_TEXTS),
    [''],
  );
}

function possibleValues(source: string, matrix: unknown): string[] {
  const { contexts, texts } = yieldsOf(parseExpression(source));
  const found = contexts.map((path) => (path[0] === 'matrix' ? matrixTexts(path, matrix) : []));
  const open = found.some((values) => values.length === 0) || (contexts.length === 0 && texts.length === 0);
  return [...texts, ...found.flat(), ...(open ? [`\${{ ${source} }}`] : [])];
}

/** What `matrix.a` can be: the entries of `a`, and what `include` adds. A matrix that is one expression may be anything of it. */
function matrixTexts([, name = '', ...rest]: ContextPath, matrix: unknown): string[] {
  const whole = asText(matrix);
  if (whole !== null) return [whole];
  const rows = [matrix, ...asList(asMapping(matrix).include)].map((row) => entryOf(asMapping(row), name));
  return rows.flatMap((row) => (Array.isArray(row) ? row : [row])).flatMap((value) => textsAt(value, rest));
}

function textsAt(value: unknown, path: ContextPath): string[] {
  const [step, ...rest] = path;
  const text = asText(value);
  if (text !== null) return [text];
  if (step !== undefined && isMapping(value)) return textsAt(entryOf(value, step), rest);
  // All of it: a list or a mapping that is put in as a whole.
  return Array.isArray(value) || isMapping(value) ? Object.values(value).flatMap((item) => textsAt(item, [])) : [];
}
