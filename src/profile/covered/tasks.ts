import type { ShellCommand } from '../harvest/shell.ts';
import { joinedLines, type Line, linesOf } from '../lines.ts';
import { oncePerFile } from '../once.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { makeTargets } from '../tasks/make.ts';
import { countedCommands } from './script.ts';

const CALL = /^make ([\w./-]{1,100})$/;

/** In the order in which make looks for them. (GNU make manual, "What Name to Give Your Makefile") */
export const MAKEFILES = ['GNUmakefile', 'makefile', 'Makefile'];

/** The commands of the recipes that a command starts by make, in their order; none whose failure is passed over. */
export function taskCommands(snapshot: Snapshot, { run, directory }: ShellCommand): ShellCommand[] {
  const name = CALL.exec(run)?.[1];
  const file = name === undefined ? undefined : makefileIn(snapshot, directory);
  return name === undefined || file === undefined ? [] : targetCommands({ snapshot, file, directory, names: [name] });
}

interface Target {
  readonly snapshot: Snapshot;
  readonly file: string;
  readonly directory: string;
  /** The target, behind those that wait for it. */
  readonly names: readonly string[];
}

/** So many targets wait for each other, and so many stand in one line, in anybody's makefile. */
const MOST = { deep: 6, wide: 20 };

function targetCommands(target: Target): ShellCommand[] {
  const { snapshot, file, directory, names } = target;
  const declared = targetsOf(snapshot, file).filter(({ name }) => name === names.at(-1));
  const [only] = declared;
  // Of several rules only one has the recipe.
  if (only === undefined || declared.length > 1 || isForgiving(snapshot.text(file) ?? '')) return [];
  const line = linesOf(snapshot.text(file) ?? '')[only.line - 1]?.text ?? '';
  const [, before = ''] = /^[^:]{1,300}::?(?!=)([^#|;]{0,500})/.exec(line) ?? [];
  const needed = before.trim().split(/\s+/).slice(0, MOST.wide);
  return [
    ...needed
      .filter((name) => names.length < MOST.deep && !names.includes(name))
      .flatMap((name) => targetCommands({ ...target, names: [...names, name] })),
    ...recipeCommands(snapshot, file, only.line, directory),
  ];
}

/** Settings with which make goes on after a failure, or reads recipes in another way. */
function isForgiving(makefile: string): boolean {
  return /^\.(?:IGNORE|ONESHELL)\s{0,4}:|^\s{0,8}MAKEFLAGS\b/m.test(makefile);
}

const targetsOf = oncePerFile(makeTargets);

function makefileIn(snapshot: Snapshot, directory: string): string | undefined {
  return MAKEFILES.flatMap((name) => joinPath(directory, name) ?? []).find((path) => snapshot.has(path));
}

/** Each line of a recipe has a shell of its own. (GNU make manual, "Recipe Execution") */
function recipeCommands(snapshot: Snapshot, file: string, line: number, directory: string): ShellCommand[] {
  const text = snapshot.text(file) ?? '';
  const below = linesOf(text).slice(line);
  const end = below.findIndex((one) => !one.text.startsWith('\t'));
  const recipe = joinedLines(end < 0 ? below : below.slice(0, end));
  return recipe.flatMap((one) => recipeLine(one, directory));
}

function recipeLine({ text, number }: Line, directory: string): ShellCommand[] {
  const [, signs = '', command = ''] = /^\s{0,20}([@+-]{0,3})\s{0,8}(.*)$/.exec(text) ?? [];
  return signs.includes('-') ? [] : countedCommands([{ text: command, number }], directory);
}
