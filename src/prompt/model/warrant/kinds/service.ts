import type { IntentOf } from '../../../../domain/request.ts';
import { type Objection, unsaidUnless, whichOne } from '../objection.ts';
import type { Passage } from '../passage.ts';
import { isServiceNamed } from '../services.ts';
import type { Warrant } from '../warrant.ts';

/** The service was named, or the repository is known to need it where a database was spoken of. */
export function serviceObjections(intent: IntentOf<'service'>, own: Passage, { profile }: Warrant): Objection[] {
  const { service, version } = intent;
  const needs = profile.units.flatMap((unit) => unit.needs);
  const isNamed =
    isServiceNamed(service, own) || (own.speaksOf('database') && needs.some((need) => need.service === service));
  const isVersionKnown = version === undefined || own.names(version) || needs.some((need) => need.version === version);
  return [
    ...unsaidUnless(isNamed, 'service', intent, whichOne('database or broker', service)),
    ...unsaidUnless(isVersionKnown, 'version', intent, whichOne('version', version)),
  ];
}
