import type { ProjectProfile, Service } from '../../domain/profile.ts';
import type { IntentOf } from '../../domain/request.ts';
import { reachesService, type Wishes } from '../select.ts';
import { buildable } from './buildable.ts';
import { nothingFor } from './nothing.ts';
import { isPlatform, pushedOn } from './push-wish.ts';
import { registryOf } from './registry.ts';
import { pushesReach, takesTags } from './triggers.ts';

interface Asked extends Wishes {
  readonly defaultBranch: string | null;
}

/** What of a wish for images is not in the jobs, and why. */
export function imageReasons(intent: IntentOf<'image'>, asked: Asked): string[] {
  const { profile } = asked;
  const services = profile.services.filter((service) => reachesService(intent.for, service, profile));
  if (services.length === 0) return [nothingFor(intent.for, profile)];
  return [
    ...registryReasons(intent),
    ...platformReasons(intent),
    ...unpushed(intent, services, asked),
    ...unstarted(intent, asked),
    ...services.flatMap((service) => serviceReasons(intent, service, profile)),
  ];
}

function registryReasons({ registry }: IntentOf<'image'>): string[] {
  return registryOf(registry) === null
    ? [`${registry} is no registry of images, so nothing is pushed: it takes a host in lower case, such as ghcr.io.`]
    : [];
}

function platformReasons({ platforms = [] }: IntentOf<'image'>): string[] {
  const unknown = platforms.filter((platform) => !isPlatform(platform));
  return unknown.length === 0 ? [] : [`No image is built here for ${unknown.join(', ')}: it was left out.`];
}

/** What only a pushed image can have. */
function unpushed(intent: IntentOf<'image'>, services: readonly Service[], asked: Asked): string[] {
  const wishes: readonly (readonly [boolean, string])[] = [
    [intent.registry !== undefined, 'registry'],
    [intent.platforms !== undefined, 'platforms'],
    [intent.sbom === true, 'sbom'],
    [intent.sign === true, 'sign'],
    [intent.provenance === true, 'provenance'],
  ];
  const words = wishes.filter(([isWished]) => isWished).map(([, word]) => word);
  const isNever = services.every((service) => pushedOn(service, asked) === 'never');
  return isNever && words.length > 0
    ? [
        `${words.join(', ')}: these are for images that are pushed, and nothing says when (push: default-branch or tag).`,
      ]
    : [];
}

function unstarted({ push }: IntentOf<'image'>, { intents, defaultBranch }: Asked): string[] {
  if (push === 'default-branch' && !pushesReach(intents, defaultBranch))
    return ['No push to the default branch starts the pipeline, so no image is pushed.'];
  return push === 'tag' && !takesTags(intents)
    ? ['Images would be pushed by a tag, and the trigger `tag` is taken away.']
    : [];
}

function serviceReasons(
  { push = 'never', scan }: IntentOf<'image'>,
  service: Service,
  profile: ProjectProfile,
): string[] {
  const how = buildable(service, profile.units);
  if (how.kind === 'not') return [`An image was left out: ${how.why}.`];
  if (how.kind !== 'by-tool') return [];
  const lost = [...(push === 'never' ? [] : ['pushed']), ...(scan === true ? ['scanned'] : [])];
  return lost.length === 0
    ? []
    : [
        `The image of ${service.name} is made by ${service.image.kind}, past BuildKit: it is built, and not ${lost.join(' or ')}.`,
      ];
}
