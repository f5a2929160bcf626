import type { Command, ProjectProfile, Unit } from '../../domain/profile.ts';
import type { Check, Intent, IntentOf } from '../../domain/request.ts';
import { covering, reachOfUnit } from '../select.ts';
import { checkTask } from './tasks.ts';

type CheckIntent = IntentOf<'check'>;

/** What a stack of intents makes of one check of one unit. */
export interface CheckWish {
  readonly ensure: boolean;
  readonly tool: string | null;
  readonly command: string | null;
}

export interface WishInput {
  readonly unit: Unit;
  readonly check: Check;
  readonly intents: readonly Intent[];
  readonly profile: ProjectProfile;
}

/** The commands by which a unit runs a check, from its profile; none where it has none. */
export function commandsFor({ commands }: Unit, check: Check): readonly Command[] {
  if (check === 'test') return commands.test;
  if (check === 'build') return commands.build;
  return commands.lint.filter((command) => command.check === check);
}

/** The commands that are to be printed: none where the check is not wanted, or the repository has no command for it. */
export function wantedCommands(input: WishInput): readonly Command[] {
  const wish = wishFor(input);
  if (!wish.ensure) return [];
  const own = commandsFor(input.unit, input.check);
  return (
    (wish.command === null ? null : groundedCheck(input.unit, input.check, wish.command, input.profile)) ??
    (wish.tool === null ? null : commandsWith(input.unit, input.check, wish.tool)) ??
    own
  );
}

/** The commands of a unit that are exactly what was asked for; null where it has none such. */
export function grounded({ commands }: Unit, run: string): readonly Command[] | null {
  const all = [...commands.lint, ...commands.test, ...commands.build, ...commands.install];
  const found = all.find((command) => command.run === run.trim());
  return found ? [found] : null;
}

/** The command or task of a unit's own check that is exactly what was asked for: an install under the name of a test would be a green nothing. */
export function groundedCheck(
  unit: Unit,
  check: Check,
  run: string,
  profile: ProjectProfile,
): readonly Command[] | null {
  const own = commandsFor(unit, check).find((command) => command.run === run.trim());
  const found = own ?? checkTask(unit, check, run, profile);
  return found ? [found] : null;
}

/** The commands of a check that call a tool; null where none does. golangci-lint needs no line in the repository: its action brings it. */
export function commandsWith(unit: Unit, check: Check, tool: string): readonly Command[] | null {
  const found = commandsFor(unit, check).filter(({ run }) => run.split(/[\s:/]+/).includes(tool));
  if (found.length > 0) return found;
  const isBrought = tool === 'golangci-lint' && check === 'lint' && unit.manager === 'go';
  return isBrought ? [{ run: 'golangci-lint run', directory: unit.directory, because: [] }] : null;
}

/** Narrow intents over wide ones, field by field; a part of a unit cannot be taken out of it. */
function wishFor({ unit, check, intents, profile }: WishInput): CheckWish {
  const about = covering(intents, 'check', (selector) => reachOfUnit(selector, unit, profile) !== 'none');
  return about
    .filter((intent) => intent.check === check && (intent.ensure || reachOfUnit(intent.for, unit, profile) === 'whole'))
    .reduce<CheckWish>(narrow, { ensure: false, tool: null, command: null });
}

function narrow(wish: CheckWish, { ensure, tool, command }: CheckIntent): CheckWish {
  return { ensure, tool: tool ?? wish.tool, command: command ?? wish.command };
}
