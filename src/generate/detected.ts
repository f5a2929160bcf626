import type { ProjectProfile, Service, Unit } from '../domain/profile.ts';
import { CHECKS, type Check, type GenerationRequest, type Intent, type Selector } from '../domain/request.ts';

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

/** What the repository shows by itself: each check that it has a command for, the databases that its tests need, an image a service. */
export function detectedRequest({ units, services }: ProjectProfile): GenerationRequest {
  return { version: 1, intents: [...units.flatMap((unit) => unitIntents(unit)), ...services.map(imageIntent)] };
}

function unitIntents(unit: Unit): Intent[] {
  const selector = unitSelector(unit);
  const checks = CHECKS.filter((check) => hasCheck(unit, check)).map(
    (check): Intent => ({ kind: 'check', for: selector, check, ensure: true }),
  );
  const needs = unit.needs.map(
    ({ service, version }): Intent => ({
      kind: 'service',
      for: selector,
      service,
      ...(version === null ? {} : { version }),
    }),
  );
  return [...checks, ...needs];
}

/** Everything below the unit's folder. */
export function unitSelector({ directory }: Unit): Selector {
  return { path: directory === '.' ? '**' : `${directory}/**` };
}

function hasCheck({ commands }: Unit, check: Check): boolean {
  if (check === 'test') return commands.test.length > 0;
  if (check === 'build') return commands.build.length > 0;
  return commands.lint.some((command) => command.check === check);
}

function imageIntent({ name }: Service): Intent {
  return { kind: 'image', for: { service: name }, push: 'never' };
}
