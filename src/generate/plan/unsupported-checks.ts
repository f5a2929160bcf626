import type { ProjectProfile, Unit } from '../../domain/profile.ts';
import type { Check, Intent, IntentOf } from '../../domain/request.ts';
import { shownNames } from '../shown.ts';
import { commandsFor, commandsWith, groundedCheck, usualWay } from './commands.ts';
import { usualCoverage } from './usual/coverage.ts';

interface Around {
  readonly profile: ProjectProfile;
  /** The intents that somebody asked for. */
  readonly asked: ReadonlySet<Intent>;
}

/** What of a check cannot be done for the units that it is for, one sentence each. */
export function checkReasons(intent: IntentOf<'check'>, units: readonly Unit[], around: Around): string[] {
  const { check, tool, command } = intent;
  // It is for the whole repository, and brings its own tool.
  if (check === 'secret-scan' && tool === undefined && command === undefined) return [];
  return [
    ...commandReasons(intent, units, around.profile),
    ...(around.asked.has(intent) ? partReasons(intent, units) : []),
    ...thresholdReasons(intent, units),
  ];
}

function commandReasons(
  { check, tool, command, threshold }: IntentOf<'check'>,
  units: readonly Unit[],
  profile: ProjectProfile,
): string[] {
  const own = units.some((unit) => commandsFor(unit, check).length > 0);
  const usual = units.some((unit) => isUsual(unit, check));
  const hasCommand = command !== undefined && units.some((unit) => groundedCheck(unit, check, command, profile));
  const hasTool =
    tool !== undefined && units.some((unit) => commandsWith(unit, { check, tool, threshold: threshold ?? null }));
  const rest = own ? `its own ${check} command runs` : usual ? `the usual ${check} command runs` : 'nothing runs';
  return [
    ...(own || usual || command !== undefined || tool !== undefined
      ? []
      : [`The repository shows no command for the check ${check}, and there is no usual one for what it is for.`]),
    ...(command === undefined || hasCommand
      ? []
      : [`The repository has no command \`${command}\` for the check ${check}: ${rest} instead.`]),
    ...(tool === undefined || hasTool || hasCommand
      ? []
      : [`The repository shows no ${check} command that calls ${tool}: ${rest} instead.`]),
  ];
}

/** Where there is a way for some, those without are named: linters and tests that a unit does not have are nothing to speak of. */
function partReasons({ check, tool, command }: IntentOf<'check'>, units: readonly Unit[]): string[] {
  if ((check !== 'audit' && check !== 'coverage') || tool !== undefined || command !== undefined) return [];
  const without = units.filter((unit) => commandsFor(unit, check).length === 0 && !isUsual(unit, check));
  if (without.length === 0 || without.length === units.length) return [];
  return [`There is no usual command for the check ${check} in ${foldersOf(without)}.`];
}

/** A command of the repository's own has its threshold where its tool is configured. */
function thresholdReasons({ check, threshold }: IntentOf<'check'>, units: readonly Unit[]): string[] {
  if (threshold === undefined) return [];
  if (check !== 'coverage') return ['A threshold is for coverage alone; it was left out.'];
  const without = units.filter((unit) => {
    if (commandsFor(unit, check).length > 0) return true;
    return isUsual(unit, check) && !usualCoverage(unit, threshold);
  });
  if (without.length === 0) return [];
  return [`No threshold can be given to what measures coverage in ${foldersOf(without)}.`];
}

function isUsual(unit: Unit, check: Check): boolean {
  return usualWay(unit, { check, tool: null, threshold: null }) !== null;
}

function foldersOf(units: readonly Unit[]): string {
  return shownNames(units.map(({ directory }) => (directory === '.' ? 'the root' : directory))).join(', ');
}
