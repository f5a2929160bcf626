import { joinPath } from '../paths.ts';
import type { ShellCommand } from './shell.ts';

/** Options by which a program is told the folder that it starts in: then that is where it runs. */
const FOLDER =
  /^((?:make|gmake|go|just|pnpm|yarn|npm|uv|bun|task)(?: --silent| -s)?) (?:-C|--dir|--directory|--cwd|--prefix|-d)[ =]([\w./-]{1,200}) (.*)$/;

/** npm takes its options behind its words, too. (docs.npmjs.com, "config") */
const FOLDER_BEHIND = /^npm ((?:(?!-- )\S{1,200} ){1,20})(?:--prefix|-C)[ =]([\w./-]{1,200})$/;

/** Maven and Gradle take theirs anywhere, Maven as a file, too. A wrapper is looked for where the command stands. (maven.apache.org, "Maven CLI Options Reference"; docs.gradle.org, "Command-Line Interface") */
const FOLDER_ANYWHERE =
  /^(mvn|gradle)((?: (?!-[fp] |--file|--project-dir)\S{1,200}){0,20}) (?:-[fp]|--file|--project-dir)[ =]([\w./-]{1,200})((?: \S{1,200}){0,20})$/;

/** A command whose program is told a folder, as it is in that folder. */
export function inItsFolder(command: ShellCommand): ShellCommand {
  return ofBuildTool(command) ?? ofManager(command);
}

/** Only a command of plain words: which of them are told apart by quotes is not known any more. */
function ofBuildTool(command: ShellCommand): ShellCommand | null {
  const [whole, program = '', before = '', path = '', behind = ''] = FOLDER_ANYWHERE.exec(command.run) ?? [];
  const isItsOwn =
    program === 'mvn' ? / (?:-f|--file)[ =]/.test(whole ?? '') : / (?:-p|--project-dir)[ =]/.test(whole ?? '');
  const folder = program === 'mvn' ? path.replace(/(?:^|\/)pom\.xml$/, '') || '.' : path;
  // A file of another name builds something else in the same folder.
  const isFolder = program !== 'mvn' || !folder.endsWith('.xml');
  const directory =
    whole === undefined || !isItsOwn || !isFolder || path.startsWith('/') ? null : joinPath(command.directory, folder);
  if (directory === null || /["'\\]/.test(command.run)) return null;
  const run = `${program}${before}${behind}`;
  return { ...command, words: run.split(' '), run, directory };
}

function ofManager(command: ShellCommand): ShellCommand {
  const [, behind, folderBehind] = FOLDER_BEHIND.exec(command.run) ?? [];
  const [, program, folder, rest] =
    behind === undefined ? (FOLDER.exec(command.run) ?? []) : [behind, 'npm', folderBehind, behind.trim()];
  const directory = folder === undefined || folder.startsWith('/') ? null : joinPath(command.directory, folder);
  if (program === undefined || rest === undefined || directory === null) return command;
  const words =
    behind === undefined ? command.words.slice(command.words.length - rest.split(' ').length) : rest.split(' ');
  return { ...command, words: [command.words[0] ?? '', ...words], run: `${program} ${rest}`, directory };
}
