import type { Range } from '../../domain/finding.ts';
import { type Paint, printableLine, withoutCommands } from '../../domain/paint.ts';

/** Columns that are shown of a long line, in UTF-16 units. */
const WIDTH = 100;

/** The line that a range begins in, and a mark below what it covers of it; nothing where the line is empty or not there. */
export function excerpt(lines: readonly string[], { start, end }: Range, paint: Paint): string[] {
  const text = lines[start.line - 1];
  if (text === undefined || text.trim() === '') return [];
  const from = Math.max(0, start.column - 1 - WIDTH / 2);
  const stop = Math.min(from + WIDTH, end.line === start.line ? end.column - 1 : text.length);
  const before = shown(text.slice(from, start.column - 1));
  const marked = shown(text.slice(start.column - 1, stop));
  const after = shown(text.slice(Math.max(start.column - 1, stop), from + WIDTH));
  const gutter = `${String(start.line).padStart(6)} | `;
  const mark = `${' '.repeat(columnsOf(before))}${paint.red('^'.repeat(Math.max(1, columnsOf(marked))))}`;
  // A command may begin in one part and end in the next.
  const shownLine = withoutCommands(`${before}${marked}${after}`);
  return [`${paint.dim(gutter)}${shownLine}`, `${paint.dim(`${' '.repeat(6)} | `)}${mark}`];
}

function shown(text: string): string {
  return printableLine(text.replaceAll('\t', ' '));
}

/** Places in a terminal: letters of East Asia and pictures take two, marks that combine take none. */
function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + columnOf(character), 0);
}

function columnOf(character: string): number {
  if (/^\p{Mark}$/u.test(character)) return 0;
  const isWide =
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]$/u;
  return isWide.test(character) ? 2 : 1;
}
