import type { Line } from '../lines.ts';
import type { ShellCommand } from '../shell/shell.ts';
import { countedCommands } from './counted.ts';

/**
 * The commands of a line that has a shell of its own, which does not end at the first failure: what stands before a `;` is forgiven. A sign
 * before it may forgive all of it. (GNU make manual, "Errors in Recipes"; just manual, "Ignoring Errors"; npm-run-script, "script-shell")
 */
export function ownShell({ text, number }: Line, directory: string): ShellCommand[] {
  const [, signs = '', command = ''] = /^\s{0,20}([@+-]{0,3})\s{0,8}(.*)$/.exec(text) ?? [];
  if (signs.includes('-')) return [];
  return countedCommands([{ text: command, number }], directory).filter(({ isAtEnd }) => isAtEnd);
}
