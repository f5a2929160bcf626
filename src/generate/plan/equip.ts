import type { Step } from '../../domain/pipeline.ts';
import type { Command, Unit } from '../../domain/profile.ts';
import { nodeBeside, setupSteps } from './setup.ts';
import type { SetupOptions } from './setup-step.ts';
import { installSteps, SYSTEM_PACKAGES } from './steps.ts';

/** What is set up, with nothing beside it and in the version of the repository. */
export const PLAIN: SetupOptions = { components: [], fromMatrix: false };

/**
 * What brings the tools of a unit and its dependencies, in front of the commands of a job. Packages of the system come first: a set-up may
 * compile by itself what needs them, as that of Ruby does with gems. (ruby/setup-ruby, README: `bundler-cache`)
 */
export function equip(unit: Unit, work: readonly Command[] = [], options: SetupOptions = PLAIN): Step[] {
  const steps = [...setupSteps(unit, options), ...nodeBeside(unit, work), ...installSteps(unit, work)];
  const isOfSystem = (step: Step) => step.kind === 'run' && step.name === SYSTEM_PACKAGES;
  return [...steps.filter(isOfSystem), ...steps.filter((step) => !isOfSystem(step))];
}
