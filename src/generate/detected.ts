import { CHECKS } from '../domain/check.ts';
import { CLUSTER, type ProjectProfile, type Unit } from '../domain/profile.ts';
import type { GenerationRequest, Intent } from '../domain/request.ts';
import { commandsFor } from './plan/commands.ts';

/** The lowest layer: triggers and the gate, nothing of the repository's own. */
export function minimalRequest(): GenerationRequest {
  return {
    version: 1,
    intents: [
      { kind: 'trigger', on: 'pull_request', ensure: true },
      { kind: 'trigger', on: 'push', ensure: true },
      { kind: 'trigger', on: 'manual', ensure: true },
    ],
  };
}

/** What the repository shows by itself: each check that some unit has a command for, the databases that tests need, an image a service. */
export function detectedRequest({ units, services }: ProjectProfile): GenerationRequest {
  const checks = CHECKS.filter((check) => units.some((unit) => commandsFor(unit, check).length > 0));
  return {
    version: 1,
    intents: [
      ...checks.map((check): Intent => ({ kind: 'check', for: { all: true }, check, ensure: true })),
      ...units.flatMap(needIntents),
      ...(services.length > 0 ? [{ kind: 'image', for: { all: true }, push: 'never' } satisfies Intent] : []),
    ],
  };
}

/** Without the version: that stands in the profile with its line, so that a wish for another one, however wide, is not overruled. */
function needIntents({ directory, needs }: Unit): Intent[] {
  const beside = needs.filter(({ service }) => service !== CLUSTER);
  return beside.map(({ service }) => ({ kind: 'service', for: { path: directory }, service }));
}
