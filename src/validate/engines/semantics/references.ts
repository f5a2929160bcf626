import type { DocumentPath } from '../../../domain/finding.ts';
import { parseCondition } from '../../../workflow/expressions/evaluate.ts';
import { expressionsIn } from '../../../workflow/expressions/find.ts';
import { type ContextPath, parseExpression, type Tree, treesIn } from '../../../workflow/expressions/tree.ts';
import { textsIn } from '../../../workflow/facts/texts.ts';
import type { Check, CheckedWorkflow, Fault } from './check.ts';
import { formatFault } from './references/format.ts';
import { actionInputFault, inputFault } from './references/inputs.ts';
import { calledJobFault, needFault } from './references/jobs.ts';
import { matrixFault } from './references/matrix.ts';
import type { Lookup, Place } from './references/place.ts';
import { propertyFault } from './references/properties.ts';
import { stepFault } from './references/steps.ts';
import { ternaryFault } from './references/ternary.ts';

/** By the context that is read. What a run alone knows (env, secrets, vars) is not looked up. */
const LOOKUPS: Readonly<Record<string, readonly Lookup[]>> = {
  github: [inputFault, propertyFault],
  inputs: [inputFault],
  job: [propertyFault],
  jobs: [calledJobFault],
  matrix: [matrixFault],
  needs: [needFault],
  runner: [propertyFault],
  steps: [stepFault],
  strategy: [propertyFault],
};

/** In the metadata of an action, whose steps run in the job of another workflow. */
const ACTION_LOOKUPS: Readonly<Record<string, readonly Lookup[]>> = {
  github: [propertyFault],
  inputs: [actionInputFault],
  job: [propertyFault],
  runner: [propertyFault],
  steps: [stepFault],
  strategy: [propertyFault],
};

/** What expressions read and what is not there: GitHub puts nothing in its place and says nothing. */
export const references: Check = (subject) => {
  const { jobs: _, ...rest } = subject.workflow;
  return [
    ...faultsIn(rest, [], { subject, job: null, lookups: LOOKUPS }),
    ...subject.jobs.flatMap((job) => faultsIn(job.job, job.path, { subject, job, lookups: LOOKUPS })),
  ];
};

/** The same of an action. */
export const actionReferences: Check = (subject) =>
  faultsIn(subject.workflow, [], { subject, job: subject.jobs[0] ?? null, lookups: ACTION_LOOKUPS });

/** Faults of one text that are looked for in it, each from its beginning. */
const MOST_PLACED = 20;

function wordsOf(tree: Tree): Pick<Fault, 'words'> {
  return tree.kind === 'context' ? { words: tree.path.join('.') } : {};
}

/** What may be left out on purpose where a value stands behind `||` for that. */
const OPTIONAL: ReadonlySet<string> = new Set(['unknown-matrix-key', 'undeclared-input']);

interface Around {
  readonly subject: CheckedWorkflow;
  readonly job: Place['job'];
  readonly lookups: Readonly<Record<string, readonly Lookup[]>>;
}

function faultsIn(value: unknown, path: DocumentPath, { subject, job, lookups }: Around): Fault[] {
  return textsIn(value, path).flatMap(({ text, path: at }) => {
    const place = { ...subject, job, path: at };
    const trees = treesOf(text, at);
    const replaced = new Set(trees.flatMap((tree) => (tree.kind === 'or' ? tree.of.slice(0, -1) : [])));
    const found = trees.flatMap((tree): Fault[] => {
      const fault =
        tree.kind === 'context' ? lookUp(tree.path, place, lookups) : (formatFault(tree) ?? ternaryFault(tree));
      if (fault === null) return [];
      return [
        {
          ...fault,
          ...wordsOf(tree),
          path: at,
          ...(replaced.has(tree) && OPTIONAL.has(fault.rule) ? { level: 'note' } : {}),
        },
      ];
    });
    // Several values of what is not there are one fault.
    const all = [...new Map(found.map((fault) => [JSON.stringify({ ...fault, words: null }), fault])).values()];
    return all.length > MOST_PLACED ? all.map(({ words: _, ...fault }) => fault) : all;
  });
}

function lookUp(context: ContextPath, place: Place, lookups: Around['lookups']): ReturnType<Lookup> {
  const [name = '', first] = context;
  // Of a context as a whole, or of what a run chooses in it, nothing is known.
  if (first === undefined || first === '*' || !Object.hasOwn(lookups, name)) return null;
  for (const look of lookups[name] ?? []) {
    const fault = look(context, place);
    if (fault !== null) return fault;
  }
  return null;
}

/** An `if` may stand without braces. */
function treesOf(text: string, path: DocumentPath): readonly Tree[] {
  if (text.includes('${{')) return [...new Set(expressionsIn(text))].flatMap((one) => treesIn(parseExpression(one)));
  return isCondition(path) ? treesIn(parseCondition(text)) : [];
}

/** Of a job and of a step, also of one inside a step. */
function isCondition(path: DocumentPath): boolean {
  const [owner, place, key] = path.slice(-3);
  if (key !== 'if') return false;
  return typeof place === 'number' ? owner === 'steps' || owner === 'parallel' : owner === 'jobs' && path.length === 3;
}
