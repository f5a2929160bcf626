import type { IntentOf } from '../../../../domain/request.ts';
import type { Family } from '../families.ts';
import { isRemoved } from '../is-removed.ts';
import { isMomentSaid } from '../moments.ts';
import { type Objection, unaskedUnless, unsaidUnless, whichOne } from '../objection.ts';
import type { Passage } from '../passage.ts';
import type { Warrant } from '../warrant.ts';

type Image = IntentOf<'image'>;

const EXTRAS = ['scan', 'sbom', 'sign', 'provenance'] as const;
const IMAGE_FAMILIES: readonly Family[] = ['image', 'arm', ...EXTRAS];

/** Whether it only takes something away. */
export function isImageRemoval(intent: Image): boolean {
  const { push, registry, platforms } = intent;
  const hasMore = registry !== undefined || platforms !== undefined || EXTRAS.some((extra) => intent[extra] === true);
  return !hasMore && (push === 'never' || (push === undefined && extrasOff(intent).length > 0));
}

function extrasOff(intent: Image) {
  return EXTRAS.filter((extra) => intent[extra] === false);
}

/** What leaves the pipeline was asked for as a deed, where it goes was named, and what is switched off was taken away. */
export function imageObjections(intent: Image, own: Passage, warrant: Warrant): Objection[] {
  const { utterances, profile } = warrant;
  const { push, registry, platforms = [] } = intent;
  const isOff = (family: Family) => isRemoved(intent.for, family, utterances, profile);
  const isPushAsked = asksToPush(intent, own, warrant);
  const isMoment = push === 'default-branch' || push === 'tag';
  const isForeign = platforms.some((one) => one !== 'linux/amd64' && !own.names(one));
  const about = isImageRemoval(intent) ? utterances : own;
  return [
    ...unaskedUnless(push === undefined || (push === 'never' ? isOff('push') : isPushAsked), 'push', intent),
    ...unsaidUnless(
      !isMoment || isMomentSaid(push, own, utterances.affirmed),
      'push',
      intent,
      'When should it be pushed?',
    ),
    ...unsaidUnless(
      registry === undefined || isHostNamed(registry, own),
      'registry',
      intent,
      whichOne('registry', registry),
    ),
    ...unaskedUnless(!isForeign || own.speaksOf('arm'), 'platforms', intent),
    ...EXTRAS.flatMap((extra) => unaskedUnless(intent[extra] !== true || own.speaksOf(extra), extra, intent)),
    ...unaskedUnless(isPushAsked || IMAGE_FAMILIES.some((one) => about.speaksOf(one)), 'kind', intent),
    ...extrasOff(intent).flatMap((extra) => unaskedUnless(isOff(extra), extra, intent)),
  ];
}

/** Something is to be pushed, and the words tell that it is an image: who lints on every push to main asks for none. */
function asksToPush({ registry }: Image, own: Passage, { profile }: Warrant): boolean {
  const isHostSaid = registry !== undefined && isHostNamed(registry, own);
  const isImage = own.speaksOf('image') || own.speaksOf('arm') || own.asksFor('publish') || isHostSaid;
  return (own.asksFor('push') && isImage) || own.asksToPush(profile.services.map(({ name }) => name));
}

/** What people call the two registries that everybody knows. */
const HOST_WORDS: Readonly<Record<string, readonly string[]>> = {
  'docker.io': ['docker hub', 'dockerhub'],
  'ghcr.io': ['ghcr', 'github container registry', 'github packages', "github's registry"],
};

function isHostNamed(host: string, said: Passage): boolean {
  return said.names(host) || (Object.hasOwn(HOST_WORDS, host) && (HOST_WORDS[host] ?? []).some((it) => said.names(it)));
}
