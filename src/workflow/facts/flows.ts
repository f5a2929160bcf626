import { firstOfEach } from '../../domain/grouped.ts';
import { expressionsIn, partsOf } from '../expressions/find.ts';
import { type ContextPath, parseExpression, treesIn } from '../expressions/tree.ts';
import { yieldsOf } from '../expressions/yields.ts';
import { matrixExpressions, matrixTexts } from './matrix.ts';
import { placedSteps } from './placed-steps.ts';
import { type StepWrites, writesOf } from './step-writes.ts';
import { asMapping, asText, byName, entryOf, type Mapping, memoised } from './values.ts';

/** What the expressions of a step, or of a job, read besides the event. */
export interface Scope {
  readonly job: string;
  /** `env` of the step; empty for a job. */
  readonly own: Mapping;
  /** Innermost first: of the job, the workflow. */
  readonly environments: readonly Mapping[];
  /** `strategy.matrix` as it is written. */
  readonly matrix: unknown;
  /** The steps of the job that have an id; ids in lower case. */
  readonly steps: ReadonlyMap<string, StepAt>;
  /** What steps of the job write for later ones, by name in lower case. */
  readonly exports: ReadonlyMap<string, readonly Export[]>;
  /** Which step of the job it is; after all of them for the job itself. */
  readonly at: number;
  /** The output of a needed job, with the scope that it is written in; null where there is none. */
  readonly outputOf: (job: string, name: string) => ScopedText | null;
}

/** A step as it is written, and where it stands in its job. */
export interface StepAt {
  readonly step: Mapping;
  readonly at: number;
}

/** A variable that a step writes for later ones. */
interface Export extends StepAt {
  readonly text: string;
}

/** The scope of a job, or of a composite action: what its steps hand to each other is read here. */
export function scopeOf(
  steps: readonly unknown[],
  context: Pick<Scope, 'job' | 'environments' | 'matrix' | 'outputOf'>,
): Scope {
  const all = placedSteps(steps).map(({ value, at }) => ({ step: asMapping(value), at }));
  const exports = all.flatMap(({ step, at }) =>
    mayExport(step) ? [...writesOf(step).variables].map(([name, text]) => [name, { text, step, at }] as const) : [],
  );
  return {
    ...context,
    own: {},
    at: steps.length,
    steps: new Map(all.map((one) => [(asText(one.step.id) ?? '').toLowerCase(), one])),
    exports: byName(exports),
  };
}

/** Nearly no step does. */
function mayExport({ run, with: inputs }: Mapping): boolean {
  return /GITHUB[_.]ENV|::set-env|exportVariable/i.test(
    `${asText(run) ?? ''}${asText(asMapping(inputs).script) ?? ''}`,
  );
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
    for (const path of contextsIn(next)) {
      const origin = { path, scope: next.scope };
      if (!FOLLOWED.has(path[0] ?? '')) {
        found.push(origin);
        continue;
      }
      const name = `${origin.scope.job} ${origin.scope.at} ${origin.path.join('.')}`;
      if (seen.has(name)) continue;
      const sources = seen.size < MAX_FOLLOWED ? sourcesOf(origin) : null;
      // What a step makes is more than the texts that it was given.
      if (sources === null || origin.path[0] === 'steps') found.push(origin);
      if (sources === null) continue;
      seen.add(name);
      open.push(...sources);
    }
  return found;
}

/** A text in a workflow, with what its expressions read. */
interface ScopedText {
  readonly text: string;
  readonly scope: Scope;
}

/** Contexts that the workflow itself may fill. */
const FOLLOWED = new Set(['env', 'matrix', 'needs', 'steps']);

/** Each text of a job is read once: thousands of steps may read one variable. */
function contextsIn({ text, scope }: ScopedText): readonly ContextPath[] {
  return memoised(CONTEXTS, scope.steps, text, () => {
    const paths = expressionsIn(text).flatMap((source) => yieldsOf(parseExpression(source)).contexts);
    return firstOfEach(paths, (path) => path.join('.'));
  });
}

const CONTEXTS = new WeakMap<object, Map<string, readonly ContextPath[]>>();

/** Where the workflow itself says what this is; null for what comes from outside, or is made by a step. */
function sourcesOf({ path, scope }: Origin): readonly ScopedText[] | null {
  const [context, name = '', part, output = ''] = path;
  switch (context) {
    case 'env':
      return variableTexts(name, scope);
    case 'matrix':
      return [{ text: matrixExpressions(path, scope.matrix), scope }];
    case 'needs': {
      const found = scope.outputOf(name, output);
      return found && [found];
    }
    case 'steps': {
      const found = part === 'outputs' ? scope.steps.get(name) : undefined;
      return found ? writtenTexts(found, output, scope) : null;
    }
    default:
      return null;
  }
}

/** Steps whose writing of one variable is followed; nobody has half as many. */
const MAX_EXPORTS = 4;

/** What a variable is: as the step has it, else as an earlier step wrote it, or as the job or the workflow have it. */
function variableTexts(name: string, scope: Scope): readonly ScopedText[] | null {
  const own = asText(entryOf(scope.own, name));
  if (own !== null) return [{ text: own, scope: { ...scope, own: {} } }];
  const outer = scope.environments.map((environment) => asText(entryOf(environment, name))).find((it) => it !== null);
  const written = (scope.exports.get(name.toLowerCase()) ?? [])
    .slice(0, MAX_EXPORTS)
    .filter(({ at }) => at < scope.at)
    .map(({ text, ...step }) => ({ text, scope: within(step, scope) }));
  const texts = typeof outer === 'string' ? [{ text: outer, scope }, ...written] : written;
  return texts.length === 0 ? null : texts;
}

/** What a step writes to an output; to any of them where that is no plain name. */
function writtenTexts(found: StepAt, output: string, scope: Scope): readonly ScopedText[] | null {
  const { outputs }: StepWrites = writesOf(found.step);
  const texts = output === '*' || output === '' ? [...outputs.values()] : [outputs.get(output) ?? ''];
  const text = texts.join(' ').trim();
  return text === '' ? null : [{ text, scope: within(found, scope) }];
}

function within({ step, at }: StepAt, scope: Scope): Scope {
  return { ...scope, own: asMapping(step.env), at };
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
  const tree = parseExpression(source);
  // A template is put together of what it is given: none of that alone is the text.
  if (treesIn(tree).some((one) => one.kind === 'call' && one.name === 'format')) return [`\${{ ${source} }}`];
  const { contexts, texts } = yieldsOf(tree);
  const found = contexts.map((path) => (path[0] === 'matrix' ? matrixTexts(path, matrix) : []));
  const open = found.some((values) => values.length === 0) || (contexts.length === 0 && texts.length === 0);
  return [...texts, ...found.flat(), ...(open ? [`\${{ ${source} }}`] : [])];
}
