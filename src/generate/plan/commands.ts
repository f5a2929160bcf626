import type { Command, ProjectProfile, Unit } from '../../domain/profile.ts';
import type { Check, IntentOf } from '../../domain/request.ts';
import { covering, type MarkedWishes, reachOfUnit } from '../select.ts';
import { checkTask } from './tasks.ts';
import { type UsualWish, usualCommands } from './usual/usual.ts';

type CheckIntent = IntentOf<'check'>;

/** What a stack of intents makes of one check of one unit. */
interface CheckWish {
  readonly ensure: boolean;
  readonly tool: string | null;
  readonly command: string | null;
  readonly threshold: number | null;
  /** Somebody said it: what the repository shows by itself is no wish for more. */
  readonly isAsked: boolean;
}

export interface WishInput extends MarkedWishes {
  readonly unit: Unit;
  readonly check: Check;
}

/** The commands by which a unit runs a check, from its profile; none where it has none. */
export function commandsFor({ commands }: Unit, check: Check): readonly Command[] {
  if (check === 'test') return commands.test;
  if (check === 'build') return commands.build;
  return commands.lint.filter((command) => command.check === check);
}

/** The commands that are to be printed: none where the check is not wanted, or there is no way to it. */
export function wantedCommands(input: WishInput): readonly Command[] {
  const wish = wishFor(input);
  if (!wish.ensure) return [];
  const { unit, check, profile } = input;
  const own = commandsFor(unit, check);
  return (
    (wish.command === null ? null : groundedCheck(unit, check, wish.command, profile)) ??
    (wish.tool === null ? null : commandsWith(unit, { ...wish, check, tool: wish.tool })) ??
    (own.length > 0 || !wish.isAsked ? own : (usualWay(unit, { ...wish, check, tool: null }) ?? []))
  );
}

/** The tools of a check that the repository declares and nobody runs, else the usual way to it; null where there is neither. */
export function usualWay(unit: Unit, wish: UsualWish): readonly Command[] | null {
  const declared = (unit.declared ?? []).filter(({ check }) => check === wish.check);
  const found = declared.filter(({ run }) => wish.tool === null || calls(run, wish.tool));
  return found.length > 0 ? found : usualCommands(unit, wish);
}

/** The commands of a unit that are exactly what was asked for; null where it has none such. */
export function grounded({ commands, declared = [] }: Unit, run: string): readonly Command[] | null {
  const all = [...declared, ...commands.lint, ...commands.test, ...commands.build, ...commands.install];
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
  const all = [...commandsFor(unit, check), ...(unit.declared ?? []).filter((one) => one.check === check)];
  const own = all.find((command) => command.run === run.trim());
  const found = own ?? checkTask(unit, check, run, profile);
  return found ? [found] : null;
}

/** The commands of a check that call a tool, of the unit's own or else the tool's usual ones; null where neither is there. */
export function commandsWith(unit: Unit, wish: UsualWish & { readonly tool: string }): readonly Command[] | null {
  const found = commandsFor(unit, wish.check).filter(({ run }) => calls(run, wish.tool));
  return found.length > 0 ? found : usualWay(unit, wish);
}

function calls(run: string, tool: string): boolean {
  return ` ${run.split(/[\s:/]+/).join(' ')} `.includes(` ${tool} `);
}

/** Narrow intents over wide ones, field by field; a part of a unit cannot be taken out of it. */
function wishFor({ unit, check, intents, profile, asked }: WishInput): CheckWish {
  const about = covering(intents, 'check', (selector) => reachOfUnit(selector, unit, profile) !== 'none');
  return about
    .filter((intent) => intent.check === check && (intent.ensure || reachOfUnit(intent.for, unit, profile) === 'whole'))
    .reduce<CheckWish>((wish, intent) => narrow(wish, intent, asked.has(intent)), NO_WISH);
}

const NO_WISH: CheckWish = { ensure: false, tool: null, command: null, threshold: null, isAsked: false };

function narrow(wish: CheckWish, { ensure, tool, command, threshold }: CheckIntent, isAsked: boolean): CheckWish {
  return {
    ensure,
    tool: tool ?? wish.tool,
    command: command ?? wish.command,
    threshold: threshold ?? wish.threshold,
    isAsked: wish.isAsked || isAsked,
  };
}
