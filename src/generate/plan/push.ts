import { groupedBy } from '../../domain/grouped.ts';
import type { ImagePush } from '../../domain/image-push.ts';
import type { ImageBuild } from '../../domain/matrix.ts';
import type { Job } from '../../domain/pipeline.ts';
import type { Service } from '../../domain/profile.ts';
import { alike, type Frame, type ImageInput, imageBuild, imageFrames } from './images.ts';
import { inMatrices } from './matrix-rows.ts';
import { pushedOn, pushOf } from './push-wish.ts';
import { REGISTRY_ENVIRONMENT, registrySetup } from './registry.ts';

/** Imitated processors build several times as long. */
const IMITATED_MINUTES = 90;

/** One job that pushes, and the services that it is for. */
export interface PushJob {
  readonly services: readonly Service[];
  readonly job: Job;
  readonly setup: string | null;
}

export interface PushInput extends ImageInput {
  readonly on: 'default-branch' | 'tag';
}

interface Pushed extends Frame {
  readonly push: ImagePush;
}

/** The jobs that push images on an event, by digest: one with a matrix over all that are built and pushed alike. */
export function pushJobs(input: PushInput): PushJob[] {
  const wanted = imageFrames(input).flatMap((frame): Pushed[] => {
    // What a build tool makes by itself is in no builder of ours, so there is nothing to push by digest.
    if (frame.how.kind === 'by-tool' || pushedOn(frame.service, input) !== input.on) return [];
    const push = pushOf(frame.service, input, frame.job.runner);
    return push ? [{ ...frame, push }] : [];
  });
  const groups = groupedBy(wanted, ({ push, key }) => JSON.stringify([push, key]));
  return [...groups.values()].flatMap(inMatrices).flatMap((group) => pushJob(group, input));
}

function pushJob(group: readonly Pushed[], input: PushInput): PushJob[] {
  const [first] = group;
  if (!first) return [];
  const { job, push } = first;
  const builds = group.map(({ service }) => imageBuild(service, input.names.get(service) ?? service.name));
  const setup = registrySetup(push.registry);
  return [
    {
      services: group.map(({ service }) => service),
      setup,
      job: {
        ...job,
        ...nameOf(builds),
        timeoutMinutes: push.foreign.length > 0 ? Math.max(job.timeoutMinutes, IMITATED_MINUTES) : job.timeoutMinutes,
        condition: { kind: input.on },
        ...(push.registry.login.kind === 'github' ? {} : { environment: REGISTRY_ENVIRONMENT }),
        steps: [...(builds.length > 1 ? job.steps.map(alike) : job.steps), { kind: 'push-image', builds, push }],
        comments: [...commentsOf(push), ...(setup === null ? [] : [setup])],
        because: builds.flatMap(({ because }) => because),
      },
    },
  ];
}

function nameOf(builds: readonly ImageBuild[]): Pick<Job, 'id' | 'name' | 'matrix'> {
  const [only] = builds;
  return only && builds.length === 1
    ? { id: `${only.service}-push`, name: `${only.service}: push the image`, matrix: null }
    : { id: 'push', name: 'push', matrix: { kind: 'images', from: builds, isPushed: true } };
}

function commentsOf({ isScanned, isSigned, platforms }: ImagePush): string[] {
  const order = [...(isScanned ? ['scanned'] : []), 'pushed by digest', ...(isSigned ? ['signed'] : [])];
  return [
    `Built from no cache, ${order.join(', ')}, and only then named: whoever pulls the name pulls this.`,
    ...(isScanned && platforms.length > 1 ? ['The scan sees the image of the platform of the runner alone.'] : []),
  ];
}
