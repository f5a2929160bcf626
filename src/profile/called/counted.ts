import { inItsFolder } from '../harvest/its-folder.ts';
import { type ShellCommand, shellCommands } from '../harvest/shell.ts';
import { joinedLines, type Line } from '../lines.ts';

/** A script longer than any that people write is not read to its end. */
const MOST_LINES = 500;

/** What makes a shell go on after a failure. */
const FORGIVES =
  /(?:^|[\s;&|])(?:set(?:\s{1,8}[-+]?\w{1,20}){0,6}\s{1,8}(?:\+\w{0,8}e|\+o\s{1,8}errexit)|shopt\s[^;&|]{0,60}errexit)/;

/** A list of commands goes on in the next line. */
const GOES_ON = /(?:&&|\|)\s{0,20}$/;

/** What may end a script before its end: `exec` where a command begins, and not as a word of another one, as in `bundle exec`. */
const ENDS =
  /(?:^|[\s;&|({])(?:exit|return)(?=$|[\s;)])|(?:^|[;&|({!]|\b(?:then|do|else|command|builtin|time)\s)\s{0,40}(?:\w{1,60}=\S{0,200}\s{1,8}){0,8}exec(?=$|[\s;)])/;

/**
 * The commands of a script that run whenever it is started, and that fail it where they fail: what stands behind something that may end it,
 * and what `&&` forgives, is not among them. (POSIX, "set": -e does not hold for what stands before `&&`)
 */
export function countedCommands(script: readonly Line[], directory: string): ShellCommand[] {
  const lines = wholeLists(joinedLines(script.slice(0, MOST_LINES)).filter(({ text }) => !/^\s*(?:#|$)/.test(text)));
  if (script.length > MOST_LINES || lines.some(({ text }) => FORGIVES.test(text))) return [];
  const end = lines.find(({ text }) => ENDS.test(text))?.number ?? Number.POSITIVE_INFINITY;
  const texts = new Map(lines.map(({ number, text }) => [number, text]));
  const last = lines.at(-1)?.number;
  return shellCommands({ lines, directory })
    .filter((command) => command.line < end && isCounted(command, texts.get(command.line) ?? '', command.line === last))
    .map(inItsFolder);
}

function wholeLists(lines: readonly Line[]): Line[] {
  return joinedLines(
    lines.map(({ text, number }) => ({ text: GOES_ON.test(text) ? `${text.trimEnd()}\\` : text, number })),
  );
}

function isCounted({ run }: ShellCommand, text: string, isLast: boolean): boolean {
  const chained = text.lastIndexOf('&&');
  return (
    chained < 0 ||
    isLast ||
    text
      .slice(chained + 2)
      .trim()
      .endsWith(run)
  );
}
