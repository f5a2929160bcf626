import type { ExistingImage, ExistingPipeline } from '../../domain/existing.ts';
import { groupedBy } from '../../domain/grouped.ts';
import type { ProjectProfile } from '../../domain/profile.ts';
import type { IntentOf } from '../../domain/request.ts';
import { taskFor } from '../plan/tasks.ts';
import type { AdoptedIntent } from './intent.ts';

type Registry = IntentOf<'publish'>['registry'];

/** Images that are pushed or made for several machines, packages that are published, and tasks of the repository's own. */
export function shippingIntents({ jobs }: ExistingPipeline, profile: ProjectProfile): AdoptedIntent[] {
  return [
    ...imageIntents(
      jobs.flatMap(({ images }) => images),
      profile,
    ),
    ...publishIntents(jobs),
    ...taskIntents(jobs, profile),
  ];
}

/** Of several builds of one image the one that pushes it speaks. */
function imageIntents(images: readonly ExistingImage[], { services }: ProjectProfile): AdoptedIntent[] {
  const chosen = services.flatMap(({ name }) => {
    const own = images.filter(({ service }) => service === name);
    return own.find(({ push }) => push !== 'never') ?? own[0] ?? [];
  });
  const groups = groupedBy(chosen, ({ service: _, at: __, ...rest }) => JSON.stringify(rest));
  return [...groups.values()].flatMap((group) => {
    const isAll = group.length === services.length;
    return (isAll ? group.slice(0, 1) : group).map(({ service, at, ...rest }) => ({
      intent: { kind: 'image', for: isAll ? { all: true } : { service }, ...rest } satisfies IntentOf<'image'>,
      at,
    }));
  });
}

function publishIntents(jobs: ExistingPipeline['jobs']): AdoptedIntent[] {
  const found = new Map<Registry, AdoptedIntent>();
  for (const { value, at, on } of jobs.flatMap(({ publishes }) => publishes))
    if (!found.has(value))
      found.set(value, { intent: { kind: 'publish', for: { all: true }, registry: value, ...(on ? { on } : {}) }, at });
  return [...found.values()];
}

/** Only what generation would print. */
function taskIntents(jobs: ExistingPipeline['jobs'], profile: ProjectProfile): AdoptedIntent[] {
  const found = new Map<string, AdoptedIntent>();
  for (const { value, at } of jobs.flatMap(({ tasks }) => tasks))
    if (!found.has(value.command) && taskFor(value.command, { all: true }, profile))
      found.set(value.command, { intent: { kind: 'custom', for: { all: true }, ...value }, at });
  return [...found.values()];
}
