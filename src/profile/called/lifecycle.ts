import type { ShellCommand } from '../shell/shell.ts';

/** Alone, or with options that leave out no task and set nothing. */
const GRADLE_BUILD =
  /^((?:\.\/)?gradlew?(?: (?!-x|--exclude-task)--?[a-z][\w=-]{0,60}){0,8})(?: clean)? build((?: (?!-x|--exclude-task)--?[a-z][\w=-]{0,60}){0,8})$/;

/** A command with those that it is by the very definition of its program: `build` is `check` and `assemble`. (Gradle, "The Base Plugin") */
export function withParts<T extends Pick<ShellCommand, 'run'>>(command: T): T[] {
  const [found, program, options] = GRADLE_BUILD.exec(command.run) ?? [];
  const parts = found === undefined ? [] : ['check', 'assemble'];
  return [command, ...parts.map((task) => ({ ...command, run: `${program} ${task}${options}` }))];
}
