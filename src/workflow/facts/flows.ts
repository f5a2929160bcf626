import { expressionsIn, partsOf } from '../expressions/find.ts';
import { type ContextPath, parseExpression } from '../expressions/tree.ts';
import { yieldsOf } from '../expressions/yields.ts';
import { asList, asMapping, asText, isMapping, type Mapping } from './values.ts';

/** What the expressions of a step, or of a job, read besides the event. */
export interface Scope {
  readonly job: string;
  /** Innermost first: of the step, the job, the workflow. */
  readonly environments: readonly Mapping[];
  /** `strategy.matrix` as it is written. */
  readonly matrix: unknown;
  /** The steps of the job, as they are written. */
  readonly steps: readonly unknown[];
  /** The output of a needed job, with the scope that it is written in; null where there is none. */
  readonly outputOf: (job: string, name: string) => { readonly text: string; readonly scope: Scope } | null;
}

/** Where a part of a text comes from, and the scope that it is read in. */
export interface Origin {
  readonly path: ContextPath;
  readonly scope: Scope;
}

/**
 * The contexts that may become part of a text, followed through `env`, `matrix` and the outputs of jobs to where they come from. What cannot
 * be followed stands for itself. Each variable is followed once, so a knot costs no more than a list.
 */
export function originsOf(text: string, scope: Scope, seen: Set<string> = new Set()): Origin[] {
  return expressionsIn(text).flatMap((source) =>
    yieldsOf(parseExpression(source)).contexts.flatMap((path) => follow(path, scope, seen)),
  );
}

function follow(path: ContextPath, scope: Scope, seen: Set<string>): Origin[] {
  const source = sourceOf(path, scope);
  if (source === null) return [{ path, scope }];
  const name = `${source.scope.job} ${path.join('.')}`;
  if (seen.has(name)) return [];
  seen.add(name);
  return source.texts.flatMap((text) => originsOf(text, source.scope, seen));
}

/** Where the workflow itself says what this is; null for what comes from outside, or is made by a step. */
function sourceOf(
  path: ContextPath,
  scope: Scope,
): { readonly texts: readonly string[]; readonly scope: Scope } | null {
  const [context, name = '', , output = ''] = path;
  if (context === 'env') {
    const text = scope.environments.map((environment) => asText(entryOf(environment, name))).find((it) => it !== null);
    return typeof text === 'string' ? { texts: [text], scope } : null;
  }
  if (context === 'matrix') return { texts: matrixTexts(path, scope.matrix), scope };
  const found = context === 'needs' ? scope.outputOf(name, output) : null;
  return found && { texts: [found.text], scope: found.scope };
}

/** Texts that this one may become, at most a hundred. Expressions that are decided elsewhere are left in it. */
export function possibleTexts(text: string, { matrix }: Pick<Scope, 'matrix'>): string[] {
  const pieces = partsOf(text).map((part) =>
    part.kind === 'text' ? [part.text] : possibleValues(part.source, matrix),
  );
  return pieces.reduce<string[]>(
    (texts, values) => texts.flatMap((start) => values.map((value) => start + value)).slice(0, 100),
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

/** GitHub reads names of contexts without regard to case; paths are lower case. */
function entryOf(mapping: Mapping, name: string): unknown {
  return Object.entries(mapping).find(([key]) => key.toLowerCase() === name)?.[1];
}
