/** Gives a function from an offset in `text` to its line, from 1. */
export function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

/** A line of text and its number, from 1. */
export interface Line {
  readonly text: string;
  readonly number: number;
}

/** The lines of a text, each with its number. */
export function linesOf(text: string): Line[] {
  return text.split('\n').map((line, index) => ({ text: line, number: index + 1 }));
}

/** The first line that matches, with the match; null where none does. */
export function firstMatch(
  text: string,
  pattern: RegExp,
): { readonly line: number; readonly match: RegExpExecArray } | null {
  for (const { text: line, number } of linesOf(text)) {
    const match = pattern.exec(line);
    if (match) return { line: number, match };
  }
  return null;
}
