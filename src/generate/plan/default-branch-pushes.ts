import type { Matrix } from '../../domain/matrix.ts';
import type { Job } from '../../domain/pipeline.ts';
import type { AreasInput } from './areas.ts';
import { serviceNames } from './names.ts';
import { pushJobs } from './push.ts';
import { pushesReach } from './triggers.ts';

export interface DefaultBranchPushes {
  readonly jobs: readonly Job[];
  readonly setup: readonly string[];
}

/**
 * The jobs that push images of the default branch, once everything else has passed there. All images of a commit are pushed, also those
 * that the commit does not touch: what is deployed by the commit's name must be there for every service.
 */
export function defaultBranchPushes(
  { request: { intents }, profile, defaultBranch }: AreasInput & { readonly defaultBranch: string | null },
  /** All other jobs, with their ids. */
  work: readonly Job[],
): DefaultBranchPushes {
  if (!pushesReach(intents, defaultBranch)) return { jobs: [], setup: [] };
  const pushes = pushJobs({ profile, intents, names: serviceNames(profile.services), on: 'default-branch' });
  const needs = work.map(({ id }) => id);
  return {
    jobs: pushes.map(({ job }) => ({ ...job, needs, matrix: rowsOf(job, work) })),
    setup: [...new Set(pushes.flatMap(({ setup }) => setup ?? []))],
  };
}

/** The rows of the job that builds the same images, where the job `changes` says them. */
function rowsOf({ matrix, steps }: Job, work: readonly Job[]): Matrix | null {
  if (matrix?.kind !== 'images') return matrix;
  const wanted = buildsOf(steps);
  const same = work.find((job) => job.matrix?.kind === 'images' && buildsOf(job.steps) === wanted)?.matrix;
  return same?.kind === 'images' ? { ...matrix, from: same.from } : matrix;
}

function buildsOf(steps: Job['steps']): string {
  return JSON.stringify(
    steps.flatMap((step) => (step.kind === 'build-image' || step.kind === 'push-image' ? step.builds : [])),
  );
}
