import type { Covered } from '../../domain/coverage.ts';
import type { Job, Pipeline } from '../../domain/pipeline.ts';
import { type AreasInput, workOf } from './areas.ts';
import { onlyWhatChanged } from './changes.ts';
import { defaultBranchPushes } from './default-branch-pushes.ts';
import { checkout, plainJob, withOwnIds } from './frame.ts';
import { unitNames } from './names.ts';
import { withStepNames } from './step-names.ts';
import { isRelease, triggersOf } from './triggers.ts';
import { unsupportedIn } from './unsupported.ts';

/** A request over a profile as a pipeline. Pure; the same input gives the same plan. */
export function planPipeline(input: AreasInput, isReleasedByTag = false): Pipeline {
  const { request, profile, images, asked, defaultBranch } = input;
  const { areas, covered, overlaps } = workOf(input);
  // The names of custom commands are anybody's.
  const work = withOwnIds(onlyWhatChanged(areas), [GATE]);
  const triggers = triggersOf(request.intents, defaultBranch);
  const pushes = defaultBranchPushes(input, work);
  const all = [...work, ...pushes.jobs];
  const names = unitNames(profile.units);
  const testedElsewhere = new Set(covered.flatMap(({ subject, check }) => (check === 'test' ? [subject] : [])));
  const jobs = withOwnIds(all.length + covered.length > 0 ? all : [checkoutJob()], [GATE]);
  return {
    name: 'CI',
    triggers,
    caches: !triggers.some(isRelease),
    jobs: [...jobs.map(withStepNames), gateJob(jobs, covered)],
    covered,
    overlaps,
    setup: pushes.setup,
    unsupported: unsupportedIn({
      intents: request.intents,
      profile,
      images,
      asked,
      defaultBranch,
      isReleasedByTag,
      isTested: (unit) => !testedElsewhere.has(names.get(unit) ?? ''),
    }),
  };
}

const GATE = 'ci-gate';
const ONE_CHECK =
  'The one check that branch protection must name: skipped jobs are fine, failed and cancelled ones are not.';
const ONE_OF_THESE =
  'The one check of this file that branch protection must name, beside those of the other workflows: skipped jobs are fine, failed and cancelled ones are not.';
const NO_CHECK =
  'Other workflows run every check, so this is here only for a branch protection that names it: let that name their jobs instead.';

/** The lowest rung: the repository can be checked out, and the gate stands. */
function checkoutJob(): Job {
  return { ...plainJob('checkout'), steps: [checkout()] };
}

function gateJob(jobs: readonly Job[], covered: readonly Covered[]): Job {
  return {
    ...plainJob(GATE),
    needs: jobs.map(({ id }) => id),
    condition: { kind: 'always' },
    steps: [{ kind: 'gate', jobs }],
    comments: [jobs.length === 0 ? NO_CHECK : covered.length > 0 ? ONE_OF_THESE : ONE_CHECK],
  };
}
