import { CHECKS, type Check } from '../../domain/check.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { ExistingCheck } from '../../domain/existing.ts';
import { groupedBy } from '../../domain/grouped.ts';
import type { Command, Unit } from '../../domain/profile.ts';
import { commandKey } from '../called/same.ts';
import type { PlacedCommand } from '../covered/commands.ts';

interface OwnCommand {
  readonly unit: Unit;
  readonly check: Check | null;
  readonly command: Command;
}

/** The commands of units, by which those of workflows are known again. */
export interface OwnCommands {
  readonly same: ReadonlyMap<string, readonly OwnCommand[]>;
  readonly alike: ReadonlyMap<string, readonly OwnCommand[]>;
}

/** `check` is null for what only installs. */
export function ownCommands(units: readonly Unit[]): OwnCommands {
  const all = units.flatMap((unit) => [
    ...unit.commands.install.map((command) => ({ unit, check: null, command })),
    ...unit.commands.test.map((command) => ({ unit, check: 'test' as const, command })),
    ...unit.commands.build.map((command) => ({ unit, check: 'build' as const, command })),
    ...unit.commands.lint.flatMap((command) => {
      const check = CHECKS.find((name) => name === command.check);
      return check === undefined ? [] : [{ unit, check, command }];
    }),
  ]);
  return {
    same: groupedBy(all, ({ command }) => commandKey(command)),
    alike: groupedBy(all, ({ command }) => alikeKey(command)),
  };
}

/** The program and what it is told to do, whatever the options: `go test` with another pattern is still its test. */
function alikeKey({ run, directory }: Pick<Command, 'run' | 'directory'>): string {
  const [, words = ''] = commandKey({ run, directory }).split('\0');
  const plain = words
    .replace(RUNNERS, '')
    .split(' ')
    .filter((word) => !word.startsWith('-'));
  const [program = '', first = '', second = ''] = plain;
  const isScript = /^(?:npm|pnpm|yarn|bun|mvnw?|gradlew?)$/.test(program);
  return `${directory}\0${isScript ? [program.replace(/w$/, ''), first, second].join(' ') : WORDED.test(program) ? `${program} ${first}` : program}`;
}

/** What starts the program behind it, beside what a command's key is without anyhow. */
const RUNNERS = /^(?:uvx |(?:python3? -m )?coverage run (?:-[^m]\S{0,60} ){0,4}-m |python3? -m ){1,3}/;

/** Programs that do what their first word says. */
const WORDED =
  /^(?:go|cargo|dotnet|mix|terraform|tofu|helm|kubectl|ruff|biome|deno|swift|sbt|buf|composer|make|just|task|bundle|prettier)$/;

/** The check of a unit that a command of a workflow runs; null where it is of no unit, and `installs` where it only prepares. */
export function checkOf(
  own: OwnCommands,
  command: Pick<PlacedCommand, 'run' | 'directory'>,
  at: Evidence,
): ExistingCheck[] | 'installs' | null {
  const same = own.same.get(commandKey(command)) ?? [];
  const found = same.length > 0 ? same : (own.alike.get(alikeKey(command)) ?? []);
  if (found.length === 0) return null;
  const checks = found.flatMap(({ unit: { directory, ecosystem }, check }) =>
    check === null ? [] : [{ unit: { directory, ecosystem }, check, isSame: same.length > 0, at }],
  );
  return checks.length === 0 ? 'installs' : checks;
}
