import { replaceInvisible } from './invisible.ts';

/** Colours for a terminal, or none: pure functions of text. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/** Text as given where `color` is false; ANSI sequences around it otherwise. */
export function paintWith(color: boolean): Paint {
  const wrap = (open: number, close: number) => (text: string) =>
    color ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: wrap(1, 22),
    dim: wrap(2, 22),
    red: wrap(31, 39),
    green: wrap(32, 39),
    yellow: wrap(33, 39),
    cyan: wrap(36, 39),
  };
}

/**
 * Text from a repository made safe to print: control characters, and the invisible ones that reorder or hide text, become visible escapes.
 * Names of files and commands are untrusted; a terminal obeys what it is sent, and a runner the commands in what is printed.
 */
export function printable(text: string): string {
  return withoutCommands(visible(text, '\n\t'));
}

/** The same for what must stay on one line, such as a file's name: line breaks and tabs become visible too. */
export function printableLine(text: string): string {
  return withoutCommands(visible(text, ''));
}

/**
 * Text in which no GitHub runner finds a command: `::error::` is one where a line begins, `##[error]` anywhere in it.
 * (actions/runner: src/Runner.Common/ActionCommand.cs)
 */
export function withoutCommands(text: string): string {
  return text.replaceAll('##[', '##\\u{5b}').replace(/^([^\S\n]*):(?=:)/gm, '$1\\u{3a}');
}

function visible(text: string, kept: string): string {
  return replaceInvisible(text, (character) =>
    kept.includes(character) ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
