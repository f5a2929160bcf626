import { hasInvisible, replaceInvisible } from '../../../domain/invisible.ts';

/**
 * Text as one word of bash, whatever is in it: in quotes, and where it holds what a reader would not see or would take for an expansion,
 * in quotes with escapes. No such word holds `${{`, which GitHub would read before bash does.
 */
export function shellWord(text: string): string {
  if (!hasInvisible(text) && !/[$`]/.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`;
  return `$'${replaceInvisible(text.replace(/[\\']/g, '\\$&').replace(/[$`]/g, bytes), bytes)}'`;
}

/** As UTF-8, so that it means the same in every locale. */
function bytes(character: string): string {
  return [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}

/** Names of POSIX commands that people give to variables as values. (ShellCheck, `commonCommands`) */
const COMMANDS: ReadonlySet<string> = new Set(
  'at batch cc cd date diff env ex file find id ls mail make man more nice od pr ps sh sort tee test time touch tr type vi who'.split(
    ' ',
  ),
);

/** Assignments of plain values in front of a command. */
const ASSIGNMENTS = /^(?:[A-Za-z_]\w*=[\w./:,@%+-]* +)+/gm;

/** `MIX_ENV=test mix test` looks like a command that somebody forgot to start; in quotes the value is a word to everybody. (ShellCheck, SC2209) */
export function withQuotedValues(run: string): string {
  return run.replace(ASSIGNMENTS, (all) =>
    all.replace(/=([a-z]+)(?= )/g, (same, value: string) => (COMMANDS.has(value) ? `='${value}'` : same)),
  );
}
