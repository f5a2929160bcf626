import type { Service, Unit } from '../../domain/profile.ts';
import type { Intent } from '../../domain/request.ts';
import { selectsUnit } from '../select.ts';
import { commandsFor } from './checks.ts';
import { isKnownContainer } from './containers.ts';

/** The wishes that this version cannot print: they are left out alone, and said. */
export function unsupportedIntents(
  intents: readonly Intent[],
  units: readonly Unit[],
  services: readonly Service[],
): Intent[] {
  return intents.filter((intent) => !isSupported(intent, units, services));
}

function isSupported(intent: Intent, units: readonly Unit[], services: readonly Service[]): boolean {
  switch (intent.kind) {
    case 'check':
      return isSupportedCheck(intent, units, services);
    case 'matrix':
      return intent.systems === undefined;
    case 'service':
      return isKnownContainer(intent.service);
    case 'trigger':
      return (
        !(intent.on === 'tag' && intent.ensure) &&
        !(intent.on === 'schedule' && intent.ensure && intent.cron === undefined)
      );
    case 'image':
      return (
        (intent.push ?? 'never') === 'never' &&
        !intent.platforms &&
        !intent.scan &&
        !intent.sbom &&
        !intent.sign &&
        !intent.provenance
      );
    case 'runner':
    case 'timeout':
      return true;
    case 'publish':
    case 'chart':
    case 'deploy':
    case 'custom':
      return false;
  }
}

/** A check needs a command that the repository has: with the tool that was asked for, where one was. */
function isSupportedCheck(
  intent: Extract<Intent, { kind: 'check' }>,
  units: readonly Unit[],
  services: readonly Service[],
): boolean {
  if (!intent.ensure) return true;
  if (intent.threshold !== undefined || intent.command !== undefined) return false;
  const covered = units.filter((unit) => selectsUnit(intent.for, unit, services));
  const { tool } = intent;
  return covered.some((unit) =>
    commandsFor(unit, intent.check).some(({ run }) => tool === undefined || run.split(/\s+/).includes(tool)),
  );
}
