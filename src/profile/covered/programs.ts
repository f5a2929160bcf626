import { readJson } from '../formats/json.ts';
import { joinPath } from '../paths.ts';
import type { ShellCommand } from '../shell/shell.ts';
import type { Snapshot } from '../snapshot.ts';

type Placed = Pick<ShellCommand, 'run' | 'directory'>;

/** The compiler, by the managers that start a script of its name before the program. (yarnpkg.com, "yarn run"; pnpm.io, "pnpm run") */
const COMPILER = /^(?:yarn|pnpm) ((?:vue-)?tsc)(?= |$)/;

/** A command by the program that it starts: `yarn tsc` is `tsc` where the package has no script of that name. */
export function asProgram<T extends Placed>(snapshot: Snapshot, command: T): T {
  const [, name] = COMPILER.exec(command.run) ?? [];
  const file = joinPath(command.directory, 'package.json') ?? 'package.json';
  if (name === undefined || !snapshot.has(file)) return command;
  const isScript = readJson(snapshot, file).value.text(['scripts', name]) !== null;
  return isScript ? command : { ...command, run: command.run.replace(/^\w+ /, '') };
}

/** What writes the types that the compiler reads, before it, and checks nothing itself. (nextjs.org, "next CLI": typegen) */
const PREPARED = /^(?:(?:npx|bunx|pnpm exec|yarn) )?next typegen && /;

/** The command in the forms in which a workflow may run it: as it is, by its program, and without what only prepares it. */
export function formsOf<T extends Placed>(snapshot: Snapshot, command: T): T[] {
  const bare = { ...command, run: command.run.replace(PREPARED, '') };
  return [command, asProgram(snapshot, bare)];
}
