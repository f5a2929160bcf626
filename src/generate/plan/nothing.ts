import { closest, distance } from 'fastest-levenshtein';
import type { ProjectProfile } from '../../domain/profile.ts';
import type { Selector } from '../../domain/request.ts';
import { shownNames } from '../shown.ts';

type Services = Pick<ProjectProfile, 'services'>;

/** Why a selector means nothing in the repository; with the service that was probably meant. */
export function nothingFor(selector: Selector, { services }: Services): string {
  const names = namesOf({ services });
  // Where the service is there, what was asked is not for it.
  if (!('service' in selector) || names.includes(selector.service))
    return 'Nothing in the repository is what it is for.';
  if (names.length === 0) return `There is no service ${selector.service}: the repository shows none at all.`;
  const list = shownNames(names).join(', ');
  return misspelt(selector, { services }) ?? `There is no service ${selector.service}; there are ${list}.`;
}

/** The sentence about a service that is called nearly so; null where none is. */
export function misspelt(selector: Selector, { services }: Services): string | null {
  const names = namesOf({ services });
  if (!('service' in selector) || names.length === 0 || names.includes(selector.service)) return null;
  const near = closest(selector.service, names);
  const isNear = distance(selector.service, near) <= Math.max(2, selector.service.length / 3);
  return isNear ? `There is no service ${selector.service}; did you mean ${near}?` : null;
}

function namesOf({ services }: Services): string[] {
  return [...new Set(services.map(({ name }) => name))];
}
