import type { Job } from '../../domain/pipeline.ts';
import type { Command, Unit } from '../../domain/profile.ts';
import type { IntentOf } from '../../domain/request.ts';
import { covering, reachesFolder, reachOfUnit, type Wishes } from '../select.ts';
import type { Area } from './changes.ts';
import { grounded } from './commands.ts';
import { equip } from './equip.ts';
import { checkout, plainJob, RUNNER } from './frame.ts';
import { slug } from './names.ts';
import { broughtFor } from './steps.ts';
import { taskFor } from './tasks.ts';

const MINUTES = 10;

/** A job of a command of somebody's own, with the command. */
export interface TaskArea extends Area {
  readonly command: Command;
}

/** A job for each command of somebody's own that starts a task of the repository, where no unit has that command as its own. */
export function taskAreas(wishes: Wishes): TaskArea[] {
  return covering(wishes.intents, 'custom', () => true).flatMap((intent) => taskArea(intent, wishes) ?? []);
}

function taskArea(intent: IntentOf<'custom'>, { intents, profile }: Wishes): TaskArea | null {
  const isUnits = profile.units.some(
    (unit) => reachOfUnit(intent.for, unit, profile) !== 'none' && grounded(unit, intent.command),
  );
  const found = isUnits ? null : taskFor(intent.command, intent.for, profile);
  if (!found) return null;
  const { task, command } = found;
  const name = slug(intent.name);
  const about = { intents, profile, directory: task.directory };
  const job: Job = {
    ...plainJob(name),
    name: intent.name,
    runner: settingFor(about, 'runner')?.labels ?? [RUNNER],
    timeoutMinutes: settingFor(about, 'timeout')?.minutes ?? MINUTES,
    steps: [
      checkout(profile.units.find(({ directory }) => directory === task.directory)),
      ...toolsFor(task.directory, profile.units),
      ...broughtFor(command.run),
      { kind: 'run', name: intent.name, ...command },
    ],
    because: task.because,
  };
  // What it looks at is not known: a task of the root may look at everything.
  return { name, globs: task.directory === '.' ? ['**'] : [`${task.directory}/**`], jobs: [job], command };
}

/** What the unit of that folder needs; for others the runner's own tools must do. */
function toolsFor(directory: string, units: readonly Unit[]): Job['steps'] {
  const unit = units.find((one) => one.directory === directory);
  return unit ? equip(unit) : [];
}

interface About extends Wishes {
  readonly directory: string;
}

function settingFor<K extends 'runner' | 'timeout'>({ intents, profile, directory }: About, kind: K) {
  return covering(intents, kind, (selector) => reachesFolder(selector, directory, profile)).at(-1);
}
