import { firstWhere } from './sorted.ts';

/** Gives a function from an offset in `text` to its line, from 1. */
export function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => firstWhere(starts, (start) => start > offset);
}

/** Longer lines are no person's: they are cut, so that no pattern can be made to take long on one. */
const LONGEST = 2_000;

/** A line of text and its number, from 1. */
export interface Line {
  /** At most 2,000 characters. */
  readonly text: string;
  readonly number: number;
}

/** The lines of a text, each with its number. */
export function linesOf(text: string): Line[] {
  return text.split('\n').map((line, index) => ({ text: cut(line), number: index + 1 }));
}

function cut(line: string): string {
  return line.length > LONGEST ? line.slice(0, LONGEST) : line;
}

/** A logical line that is longer than this is no person's. */
const LONGEST_JOINED = 4_000;

/** Lines of a shell, each with those that it goes on in: it ends with an escape. Nothing goes on in a line of something else. */
export function joinedLines<T extends Line>(
  lines: readonly T[],
  isSame: (one: T, next: T) => boolean = () => true,
): T[] {
  const found: T[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    const goesOn = last?.text.endsWith('\\') && last.text.length < LONGEST_JOINED && isSame(last, line);
    if (last && goesOn)
      found[found.length - 1] = { ...last, text: `${last.text.slice(0, -1).trimEnd()} ${line.text.trim()}` };
    else found.push(line);
  }
  return found;
}

/** The first line that matches, with the match; null where none does. */
export function firstMatch(
  text: string,
  pattern: Pick<RegExp, 'exec'>,
): { readonly line: number; readonly match: RegExpExecArray } | null {
  let number = 1;
  for (let from = 0; from <= text.length; number += 1) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    const match = pattern.exec(cut(text.slice(from, end)));
    if (match) return { line: number, match };
    from = end + 1;
  }
  return null;
}
