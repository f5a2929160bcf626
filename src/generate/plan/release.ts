import type { Job, Pipeline, PipelineTrigger } from '../../domain/pipeline.ts';
import type { Unit } from '../../domain/profile.ts';
import { reachOfUnit } from '../select.ts';
import { foldAlike } from './alike.ts';
import type { AreasInput } from './areas.ts';
import { checkJobs } from './checks.ts';
import { withOwnIds } from './frame.ts';
import { unitGlobs } from './globs.ts';
import { serviceNames, unitNames } from './names.ts';
import { publishJobs } from './publish/jobs.ts';
import { publishingsOf } from './publish/wanted.ts';
import { type PushJob, pushJobs } from './push.ts';
import { releaseTags, takesTags } from './triggers.ts';

/**
 * What a tag or a person starts, in a file of its own; null where nothing is released. It tests and builds what it releases before it does
 * so: a tag may be on any commit.
 */
export function planRelease(input: AreasInput): Pipeline | null {
  const { request, profile } = input;
  const { intents } = request;
  const asked = { intents, profile };
  const publishings = publishingsOf(asked).filter(({ on }) => on === 'manual' || takesTags(intents));
  const names = serviceNames(profile.services);
  const pushes = takesTags(intents) ? pushJobs({ ...asked, names, on: 'tag' }) : [];
  if (publishings.length + pushes.length === 0) return null;
  const units = new Set([
    ...publishings.flatMap(({ members }) => members.map(({ unit }) => unit)),
    ...pushes.flatMap((push) => unitsOf(push, input)),
  ]);
  const verifying = withOwnIds(verifyingJobs(input, units), []);
  const needs = verifying.map(({ id }) => id);
  const published = publishings.map((publishing) =>
    publishJobs({ publishing, needs, names: unitNames(profile.units) }),
  );
  const released = [pushes.map(({ job }) => ({ ...job, needs })), ...published.map(({ jobs }) => jobs)];
  const isManual = publishings.some(({ on }) => on === 'manual');
  const isTagged = pushes.length > 0 || publishings.some(({ on }) => on === 'tag');
  return {
    name: 'Release',
    triggers: triggersOf(input, { isTagged, isManual }),
    caches: false,
    jobs: withOwnIdsEach(verifying, isTagged && isManual ? released : released.map((jobs) => jobs.map(unconditional))),
    setup: [...new Set([...pushes.flatMap(({ setup }) => setup ?? []), ...published.flatMap((it) => it.setup)])],
    covered: [],
    overlaps: [],
    unsupported: [],
  };
}

interface Started {
  readonly isTagged: boolean;
  readonly isManual: boolean;
}

function triggersOf({ request }: AreasInput, { isTagged, isManual }: Started): PipelineTrigger[] {
  const tag: PipelineTrigger = { on: 'tag', tags: releaseTags(request.intents) };
  return [...(isTagged ? [tag] : []), ...(isManual ? [{ on: 'manual' } as const] : [])];
}

/** Where tags alone start the file, there is nothing to tell apart. A person may start it from any branch. */
function unconditional(job: Job): Job {
  return job.condition?.kind === 'tag' ? { ...job, condition: null } : job;
}

/** The units that services are built from. */
function unitsOf({ services }: PushJob, { profile }: AreasInput): Unit[] {
  return profile.units.filter((unit) =>
    services.some(({ name }) => reachOfUnit({ service: name }, unit, profile) !== 'none'),
  );
}

/** Tests and builds of the units, folded where they are alike. */
function verifyingJobs({ request: { intents }, profile, images, asked }: AreasInput, units: ReadonlySet<Unit>): Job[] {
  const names = unitNames(profile.units);
  const each = profile.units
    .filter((unit) => units.has(unit))
    .map((unit) => {
      const name = names.get(unit) ?? unit.ecosystem;
      const made = checkJobs({ unit, name, intents, profile, images, asked }, ['test', 'build']);
      return { name, unit, jobs: made.map(({ job }) => job), globs: unitGlobs(unit, profile.units) };
    });
  const { areas, matrices } = foldAlike(each);
  return [...areas.flatMap(({ jobs }) => jobs), ...matrices.map(({ job }) => job)];
}

/** Each group needs jobs of its own, and those that verify. */
function withOwnIdsEach(verifying: readonly Job[], groups: readonly (readonly Job[])[]): Job[] {
  const jobs = [...verifying];
  for (const group of groups)
    jobs.push(
      ...withOwnIds(
        group,
        jobs.map(({ id }) => id),
      ),
    );
  return jobs;
}
