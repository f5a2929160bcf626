import { joinedLines, type Line } from '../lines.ts';
import { withExits, withoutExit } from '../shell/failures.ts';
import { inItsFolder } from '../shell/its-folder.ts';
import { type ShellCommand, shellCommands } from '../shell/shell.ts';

/** A script longer than any that people write is not read to its end. */
const MOST_LINES = 500;

/** What makes a shell go on after a failure. */
const FORGIVES =
  /(?:^|[\s;&|])(?:set(?:\s{1,8}[-+]?\w{1,20}){0,6}\s{1,8}(?:\+\w{0,8}e|\+o\s{1,8}errexit)|shopt\s[^;&|]{0,60}errexit)/;

/** A list of commands goes on in the next line. */
const GOES_ON = /(?:&&|\|)\s{0,20}$/;

/**
 * What may end a script before its end without failing it: an exit that is told no number of a failure, and `exec` where a command begins, and
 * not as a word of another one, as in `bundle exec`.
 */
const ENDS =
  /(?:^|[\s;&|({])(?:exit(?!\s{1,8}[1-9]\d{0,2}(?:$|[\s;)}]))|return)(?=$|[\s;)])|(?:^|[;&|({!]|\b(?:then|do|else|command|builtin|time)\s)\s{0,40}(?:\w{1,60}=\S{0,200}\s{1,8}){0,8}exec(?=$|[\s;)])/;

/** What says at the end what comes of it all, or may change everything that stands behind it. */
const LATER = /(?:^|[\s;&|])(?:trap|alias)\s/;

/** What reads commands that nobody has seen here: not those of the machine, nor of an environment of Python. */
const READS_OTHERS =
  /(?:^|[;&|]\s{0,20})(?:eval\s|(?:\.|source)\s{1,8}(?!["']?(?:[/~]|\$HOME\b|\$\{HOME\})|\S{1,200}\/activate(?=$|[\s;&"'])))/;

const FUNCTION = /(?:^|[\s;&|])(?:function\s{1,4}([\w-]{1,60})|([\w-]{1,60})\s{0,4}\(\))/g;

/**
 * The commands of a script that run whenever it is started, and that fail it where they fail: what stands behind something that may end it
 * or mean something else by it, and what `&&` forgives, is not among them.
 */
export function countedCommands(script: readonly Line[], directory: string): ShellCommand[] {
  const written = withExits(script.slice(0, MOST_LINES)).filter(({ text }) => !/^\s*(?:#|$)/.test(text));
  const lines = wholeLists(written);
  const isOpen = lines.some(({ text }) => FORGIVES.test(text) || LATER.test(text));
  if (script.length > MOST_LINES || isOpen) return [];
  const ends = ({ text }: Line) => ENDS.test(withoutExit(text) ?? text) || READS_OTHERS.test(text.trimStart());
  const end = lines.find(ends)?.number ?? Number.POSITIVE_INFINITY;
  const own = new Set(lines.flatMap(({ text }) => functionsIn(text)));
  const last = lines.at(-1)?.number;
  return shellCommands({ lines, directory })
    .filter(({ line, words: [program = ''] }) => line < end && !own.has(program))
    .filter(({ line, isCertain, isAtEnd, isFatal }) => isCertain || isFatal || (isAtEnd && line === last))
    .map(inItsFolder);
}

function functionsIn(text: string): string[] {
  return [...text.matchAll(FUNCTION)].flatMap(([, named, plain]) => named ?? plain ?? []);
}

function wholeLists(lines: readonly Line[]): Line[] {
  return joinedLines(
    lines.map(({ text, number }) => ({ text: GOES_ON.test(text) ? `${text.trimEnd()}\\` : text, number })),
  );
}
