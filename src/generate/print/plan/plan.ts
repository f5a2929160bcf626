import type { Pipeline } from '../../../domain/pipeline.ts';
import type { Plan, PlanEntry } from '../../../domain/plan.ts';
import { isGuarded } from '../github/condition.ts';
import { concernOf } from './concern.ts';
import { planEntries } from './entries.ts';

export interface PlanInput {
  readonly pipeline: Pipeline;
  /** Paths that the pull request touches, also those that a rename left; null where every check is wanted. */
  readonly changedPaths: readonly string[] | null;
  /** Whether the code is somebody else's: then it gets no machine of one's own. */
  readonly isFork: boolean;
}

const MOST_ENTRIES = 256;
/** GitHub takes 1 MB of outputs a job, measured in UTF-16. (docs.github.com, "Passing information between jobs") */
const MOST_CHARACTERS = 450_000;

/**
 * The checks that the change concerns, as a matrix for a later job of the same run; null where there are none, or more than one matrix
 * takes. Pure.
 */
export function printPlan({ pipeline, changedPaths, isFork }: PlanInput): Plan | null {
  const isConcerned = concernOf(pipeline, changedPaths);
  const entries = pipeline.jobs
    .filter((job) => !isFork || !isGuarded(job))
    .flatMap((job) => planEntries(job, { pipeline, isConcerned }));
  const include = withOmitted(entries);
  const isTooMuch = include.length > MOST_ENTRIES || JSON.stringify(include).length > MOST_CHARACTERS;
  return include.length === 0 || isTooMuch ? null : { include };
}

/** An entry of nothing but what is left out goes along with another one of the same unit, where there is one. */
function withOmitted(entries: readonly (PlanEntry & { readonly unit: string })[]): PlanEntry[] {
  const hosts = new Map(
    [...entries].reverse().flatMap((entry) => (entry.commands.length > 0 ? [[entry.unit, entry.id] as const] : [])),
  );
  const moved = entries.filter(({ commands, unit }) => commands.length === 0 && hosts.has(unit));
  return entries
    .filter((entry) => !moved.includes(entry))
    .map(({ unit, ...entry }) => {
      const own = moved.filter((it) => hosts.get(it.unit) === entry.id && it.unit === unit);
      const omitted = [...(entry.omitted ?? []), ...own.flatMap((it) => it.omitted ?? [])];
      return omitted.length === 0 ? entry : { ...entry, omitted };
    });
}
