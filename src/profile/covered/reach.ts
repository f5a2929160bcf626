import type { DocumentPath } from '../../domain/finding.ts';
import { oncePer } from '../../domain/once.ts';
import type { Assumed } from '../../workflow/expressions/evaluate.ts';
import { known, UNKNOWN } from '../../workflow/expressions/value.ts';
import type { Manifest } from '../formats/manifest.ts';
import { isCertain, isKnownMatrix } from './conditions.ts';
import { filterSteps, jobFilters, type PathFilters } from './path-filters.ts';

/** Globs of the paths whose change certainly starts a job or step; none where every pull request does. Null where nothing is certain. */
export type Reach = readonly string[] | null;

/**
 * Which pull requests run a job whose failure counts: nobody is asked for it, no condition stands before it or before what it waits for
 * but one that asks which paths are touched, and its matrix is written down.
 */
export function reachOfJob(workflow: Manifest, job: string): Reach {
  const known = reachesOf(workflow);
  const found = known.get(job);
  if (found !== undefined) return found;
  // Of jobs that wait for each other none is run.
  known.set(job, null);
  const reach = findReach(workflow, job);
  known.set(job, reach);
  return reach;
}

/** Many jobs wait for the same ones. */
const reachesOf = oncePer((_workflow: Manifest) => new Map<string, Reach>());

function findReach(workflow: Manifest, job: string): Reach {
  // What is called may skip all that it has.
  return Array.isArray(workflow.at(['jobs', job, 'steps'])) ? reachOfStart(workflow, job) : null;
}

/** Which pull requests start a job, whatever it does or calls. */
export function reachOfStart(workflow: Manifest, job: string): Reach {
  const path = ['jobs', job];
  const isGuarded = workflow.at([...path, 'environment']) !== undefined;
  if (isGuarded || !isKnownMatrix(workflow, job)) return null;
  const needs = workflow.oneOrMore([...path, 'needs']);
  const before = needs.map((need) => reachOfJob(workflow, need));
  const outputs = needs.map((need): Outputs => [['needs', need], jobFilters(workflow, need)]);
  return both([reachOf(workflow, path, { outputs }), ...before]);
}

/** Which changes run a step, where its job is run. */
export function reachOfStep(workflow: Manifest, job: string, index: number, given: Assumed): Reach {
  const before = filterSteps(workflow, job).filter((step) => step.index < index);
  const outputs = before.map(({ id, filters }): Outputs => [['steps', id], filters]);
  return reachOf(workflow, ['jobs', job, 'steps', index], { outputs, given });
}

/** Where outputs are asked for, and the filters that they hold. */
type Outputs = readonly [at: readonly string[], filters: PathFilters];

interface Known {
  readonly outputs: readonly Outputs[];
  readonly given?: Assumed;
}

/** Where a condition holds as soon as one filter says so, that one's paths are enough. */
function reachOf(workflow: Manifest, path: DocumentPath, { outputs, given = () => UNKNOWN }: Known): Reach {
  if (isCertain(workflow, path, given)) return [];
  const condition = workflow.text([...path, 'if']) ?? '';
  const globs = outputs.flatMap(([at, filters]) =>
    [...filters].flatMap(([name, own]) => {
      if (!condition.includes(name)) return [];
      const asked = JSON.stringify([...at, 'outputs', name]);
      const isMet = isCertain(workflow, path, (it) => (JSON.stringify(it) === asked ? known('true') : given(it)));
      return isMet ? own : [];
    }),
  );
  return globs.length > 0 ? globs : null;
}

/** The changes that all of them are certain of: those of one filter, where several ask for the same. */
export function both(reaches: readonly Reach[]): Reach {
  if (reaches.includes(null)) return null;
  const some = reaches.flatMap((reach) => (reach !== null && reach.length > 0 ? [reach] : []));
  const [first = []] = some;
  return some.every((reach) => JSON.stringify(reach) === JSON.stringify(first)) ? first : null;
}
