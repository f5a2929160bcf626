import { joinedLines, type Line, linesOf } from '../lines.ts';
import { oncePerFile } from '../once.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { indentedBelow, prerequisitesIn } from '../tasks/body.ts';
import { namesCalled } from '../tasks/called.ts';
import { MAKEFILES } from '../tasks/files.ts';
import { makeTargets } from '../tasks/make.ts';
import { inItsFolder } from './its-folder.ts';
import { type ShellCommand, shellCommands } from './shell.ts';

/** A command of a recipe, with the makefile that it stands in. */
export interface RecipeCommand extends ShellCommand {
  readonly file: string;
}

/** More targets before each other are nobody's. */
const DEEPEST = 4;

/**
 * What the recipes of a call of make, and of the targets before them, do in other folders than the makefile's own: `cd web && npm test`,
 * `$(MAKE) -C api test`. In its own folder a recipe is the task that it is.
 */
export function commandsBelow(
  snapshot: Snapshot,
  { run, directory }: Pick<ShellCommand, 'run' | 'directory'>,
): RecipeCommand[] {
  const names = namesCalled('make', run);
  const file = names.length === 0 ? null : makefileIn(snapshot, directory);
  if (file === null) return [];
  const { lines, targets } = makefile(snapshot, file);
  const seen = new Set<string>();
  const visit = (name: string, depth: number): RecipeCommand[] => {
    const line = targets.get(name);
    if (line === undefined || seen.has(name) || depth > DEEPEST) return [];
    seen.add(name);
    const before = prerequisitesIn(lines[line - 1]?.text ?? '').flatMap((other) => visit(other, depth + 1));
    return [...before, ...commandsOf(indentedBelow(lines, line), directory).map((command) => ({ ...command, file }))];
  };
  return names.flatMap((name) => visit(name, 0));
}

const makefile = oncePerFile((snapshot, file) => ({
  lines: linesOf(snapshot.text(file) ?? ''),
  targets: new Map(makeTargets(snapshot, file).map(({ name, line }) => [name, line])),
}));

function makefileIn(snapshot: Snapshot, directory: string): string | null {
  const names = MAKEFILES.map((name) => joinPath(directory, name) ?? name);
  return names.find((name) => snapshot.text(name) !== null) ?? null;
}

/** Each line of a recipe is a shell of its own; one whose failure is passed over checks nothing. */
function commandsOf(lines: readonly Line[], directory: string): ShellCommand[] {
  return joinedLines(lines).flatMap(({ text, number }) => {
    const [, signs = '', typed = ''] = /^\s{0,40}([@+-]{0,3})\s{0,8}(.{0,4000})$/s.exec(text) ?? [];
    if (signs.includes('-')) return [];
    const plain = typed.replace(/\$[({]MAKE[)}]/g, 'make');
    return shellCommands({ lines: [{ text: plain.trim(), number }], directory })
      .map(inItsFolder)
      .filter((command) => command.directory !== directory);
  });
}
