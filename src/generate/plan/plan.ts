import type { Job, Pipeline } from '../../domain/pipeline.ts';
import { type AreasInput, areasOf } from './areas.ts';
import { onlyWhatChanged } from './changes.ts';
import { defaultBranchPushes } from './default-branch-pushes.ts';
import { checkout, plainJob } from './frame.ts';
import { distinct } from './names.ts';
import { isRelease, triggersOf } from './triggers.ts';
import { unsupportedIn } from './unsupported.ts';

export interface PlanInput extends AreasInput {
  readonly defaultBranch: string | null;
}

/** A request over a profile as a pipeline. Pure; the same input gives the same plan. */
export function planPipeline(input: PlanInput, isReleasedByTag = false): Pipeline {
  const { request, profile, defaultBranch } = input;
  const work = withOwnIds(onlyWhatChanged(areasOf(input)));
  const triggers = triggersOf(request.intents, defaultBranch);
  const pushes = defaultBranchPushes(input, work);
  const jobs = withOwnIds(work.length > 0 ? [...work, ...pushes.jobs] : [checkoutJob()]);
  return {
    name: 'CI',
    triggers,
    caches: !triggers.some(isRelease),
    jobs: [...jobs, gateJob(jobs)],
    setup: pushes.setup,
    unsupported: unsupportedIn({ intents: request.intents, profile, defaultBranch, isReleasedByTag }),
  };
}

const GATE = 'ci-gate';

/** The names of custom commands are anybody's: an id that is taken gets a number. */
function withOwnIds(jobs: readonly Job[]): Job[] {
  const ids = distinct(
    jobs.map(({ id }) => id),
    [GATE],
  );
  return jobs.map((job, index) => ({ ...job, id: ids[index] ?? job.id }));
}

/** The lowest rung: the repository can be checked out, and the gate stands. */
function checkoutJob(): Job {
  return { ...plainJob('checkout'), steps: [checkout()] };
}

function gateJob(jobs: readonly Job[]): Job {
  return {
    ...plainJob(GATE),
    needs: jobs.map(({ id }) => id),
    condition: { kind: 'always' },
    steps: [{ kind: 'gate', jobs }],
    comments: [
      'The one check that branch protection must name: skipped jobs are fine, failed and cancelled ones are not.',
    ],
  };
}
