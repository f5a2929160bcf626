import { joinPath } from '../paths.ts';
import type { ShellCommand } from './shell.ts';

/** Options by which a program is told the folder that it starts in: then that is where it runs. */
const FOLDER =
  /^((?:make|gmake|go|just|pnpm|yarn|npm|uv|bun|task)(?: --silent| -s)?) (?:-C|--dir|--directory|--cwd|--prefix|-d)[ =]([\w./-]{1,200}) (.*)$/;

/** npm takes its options behind its words, too. (docs.npmjs.com, "config") */
const FOLDER_BEHIND = /^npm ((?:(?!-- )\S{1,200} ){1,20})(?:--prefix|-C)[ =]([\w./-]{1,200})$/;

/** A command whose program is told a folder, as it is in that folder. */
export function inItsFolder(command: ShellCommand): ShellCommand {
  const [, behind, folderBehind] = FOLDER_BEHIND.exec(command.run) ?? [];
  const [, program, folder, rest] =
    behind === undefined ? (FOLDER.exec(command.run) ?? []) : [behind, 'npm', folderBehind, behind.trim()];
  const directory = folder === undefined || folder.startsWith('/') ? null : joinPath(command.directory, folder);
  if (program === undefined || rest === undefined || directory === null) return command;
  const words =
    behind === undefined ? command.words.slice(command.words.length - rest.split(' ').length) : rest.split(' ');
  return { ...command, words: [command.words[0] ?? '', ...words], run: `${program} ${rest}`, directory };
}
