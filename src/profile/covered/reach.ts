import type { DocumentPath } from '../../domain/finding.ts';
import { oncePer } from '../../domain/once.ts';
import type { Assumed } from '../../workflow/expressions/evaluate.ts';
import { known, UNKNOWN } from '../../workflow/expressions/value.ts';
import type { Manifest } from '../formats/manifest.ts';
import type { Snapshot } from '../snapshot.ts';
import { calledWorkflow, filtersOf } from './called-file.ts';
import { failureCounts, isBackground, isCertain, isRun, openCondition } from './conditions.ts';
import { isKnownMatrix } from './known-matrix.ts';
import { oncePerJob } from './once-per-job.ts';
import { inRepository } from './own-repository.ts';
import { filterSteps, type PathFilters } from './path-filters.ts';

/** Which changes start a job or step. */
export interface Reached {
  /** Globs of the paths whose change starts it; none where every pull request does. */
  readonly paths: readonly string[];
  /** What must hold besides, by whatever a run alone knows; null where it is certain. */
  readonly condition: string | null;
}

/** Null for what cannot be told, or never runs on a pull request. */
export type Reach = Reached | null;

const EVERY: Reached = { paths: [], condition: null };

/** What is known beside a workflow itself. */
export interface Around {
  /** Where the workflows are that it calls. */
  readonly snapshot: Snapshot;
  /** What its expressions are given. */
  readonly given: Assumed;
  /** How many calls led to it. */
  readonly calls?: number;
}

/** GitHub follows no more. (docs.github.com, "Reusing workflows", "Nesting reusable workflows") */
const MOST_CALLS = 10;

/**
 * Which pull requests run a job whose failure counts: nobody is asked for it, and its matrix is written down. A condition before it or
 * before what it waits for is none where it asks for nothing but the paths that are touched, or for what is given: the same for all jobs of a
 * workflow. Of one that calls a workflow, which run all that it calls.
 */
export function reachOfJob(workflow: Manifest, job: string, around: Around): Reach {
  return failureCounts(workflow, ['jobs', job]) ? reachOfNeed(workflow, job, around) : null;
}

/** The same of a job that others wait for: where it may fail they go on, so that its failure need not count. (workflow syntax, `continue-on-error`) */
function reachOfNeed(workflow: Manifest, job: string, around: Around): Reach {
  const known = reachesOf(around)(workflow);
  const found = known.get(job);
  if (found !== undefined) return found;
  // Of jobs that wait for each other none is run.
  known.set(job, null);
  const reach = findReach(workflow, job, around);
  known.set(job, reach);
  return reach;
}

/** Many jobs wait for the same ones. What one calls may be another workflow in another commit, and be given something else by another call. */
const reachesOf = oncePer((_around: Around) => oncePer((_workflow: Manifest) => new Map<string, Reach>()));

/** What is known of workflows that jobs wait for, by how many calls led to them: nothing of what these give. */
const insideOf = oncePer((snapshot: Snapshot): readonly Around[] => {
  const given = inRepository(snapshot, () => UNKNOWN);
  return [...Array(MOST_CALLS + 1).keys()].map((at) => ({ snapshot, given, calls: at + 1 }));
});

function findReach(workflow: Manifest, job: string, around: Around): Reach {
  const isPlain = Array.isArray(workflow.at(['jobs', job, 'steps']));
  const { snapshot, calls = 0 } = around;
  const inside = insideOf(snapshot)[calls];
  const called = isPlain || inside === undefined ? null : calledWorkflow(snapshot, workflow, job);
  const start = isPlain || called !== null ? reachOfRun(workflow, job, around) : null;
  if (start === null || called === null || inside === undefined) return start;
  // A workflow all of whose jobs are skipped takes with it what waits for it.
  const inner = called.keys(['jobs']).map((name) => reachOfJob(called, name, inside));
  return inner.length === 0 ? null : both([start, ...inner]);
}

/** Which pull requests start a job whose failure counts, whatever it does or calls. */
export function reachOfStart(workflow: Manifest, job: string, around: Around): Reach {
  return failureCounts(workflow, ['jobs', job]) ? reachOfRun(workflow, job, around) : null;
}

function reachOfRun(workflow: Manifest, job: string, around: Around): Reach {
  const path = ['jobs', job];
  const isGuarded = workflow.at([...path, 'environment']) !== undefined;
  if (isGuarded || !isKnownMatrix(workflow, job)) return null;
  const needs = workflow.oneOrMore([...path, 'needs']);
  const before = needs.map((need) => reachOfNeed(workflow, need, around));
  const outputs = needs.map((need): Outputs => [['needs', need], filtersOf(around.snapshot, workflow, need)]);
  // One of them that does not run takes this one with it.
  const went = whereWent((context, _, asked) => context === 'needs' && asked === 'result', around.given);
  return both([reachOf(workflow, path, { outputs, given: went }), ...before]);
}

/** That went well which must run: where it did not, the pull request has failed anyhow. (docs.github.com, "needs context", "steps context") */
function whereWent(isSure: Assured, given: Assumed): Assumed {
  return (path) => {
    const [context = '', name = '', asked = '', ...more] = path.map((word) => word.toLowerCase());
    return more.length === 0 && isSure(context, name, asked) ? known('success') : given(path);
  };
}

type Assured = (context: string, name: string, asked: string) => boolean;

/** Which changes run a step, where its job is run. */
export function reachOfStep(workflow: Manifest, job: string, index: number, given: Assumed): Reach {
  if (!failureCounts(workflow, ['jobs', job, 'steps', index])) return null;
  const before = filterSteps(workflow, job).filter((step) => step.index < index);
  const outputs = before.map(({ id, filters }): Outputs => [['steps', id], filters]);
  const sure = certainSteps(workflow, job);
  const went = whereWent(
    (context, name, asked) => context === 'steps' && RESULT.has(asked) && (sure.get(name) ?? index) < index,
    given,
  );
  return reachOf(workflow, ['jobs', job, 'steps', index], { outputs, given: went });
}

const RESULT = new Set(['outcome', 'conclusion']);

/** The steps that run whenever their job does, by their ids, with their places. */
const certainSteps = oncePerJob((workflow, job): ReadonlyMap<string, number> => {
  const steps = workflow.items(['jobs', job, 'steps']).flatMap((path, index): [string, number][] => {
    const id = workflow.text([...path, 'id']);
    return id !== null && isCertain(workflow, path) && !isBackground(workflow, path) ? [[id.toLowerCase(), index]] : [];
  });
  return new Map(steps);
});

/** Where outputs are asked for, and the filters that they hold. */
type Outputs = readonly [at: readonly string[], filters: PathFilters];

interface Known {
  readonly outputs: readonly Outputs[];
  readonly given?: Assumed;
}

/** Of what runs, whether its failure counts or not. Where a condition holds as soon as one filter says so, that one's paths are enough. */
function reachOf(workflow: Manifest, path: DocumentPath, { outputs, given = () => UNKNOWN }: Known): Reach {
  if (isRun(workflow, path, given)) return EVERY;
  const condition = workflow.text([...path, 'if']) ?? '';
  const globs = outputs.flatMap(([at, filters]) =>
    [...filters].flatMap(([name, own]) => {
      if (!condition.includes(name)) return [];
      const asked = JSON.stringify([...at, 'outputs', name]);
      const isMet = isRun(workflow, path, (it) => (JSON.stringify(it) === asked ? known('true') : given(it)));
      return isMet ? own : [];
    }),
  );
  if (globs.length > 0) return { paths: globs, condition: null };
  const open = openCondition(workflow, path, given);
  return open === null ? null : { paths: [], condition: open };
}

/** The changes that start all of them: those of one filter, where several ask for the same, and under the first condition. */
export function both(reaches: readonly Reach[]): Reach {
  const known = reaches.filter((reach) => reach !== null);
  if (known.length < reaches.length) return null;
  const some = known.map(({ paths }) => paths).filter((paths) => paths.length > 0);
  const [paths = []] = some;
  const isOne = some.every((other) => JSON.stringify(other) === JSON.stringify(paths));
  const condition = known.find((reach) => reach.condition !== null)?.condition ?? null;
  return isOne ? { paths, condition } : null;
}
