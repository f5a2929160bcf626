import type { Range } from '../domain/finding.ts';

/**
 * Where words stand in a value of several lines, so that a finding about one expression of a long script points at that one; null where the
 * value is one line, or where they do not stand there as they are. Case does not count.
 * @param lines of the whole text
 */
export function placeOfWords(words: string, { start, end }: Range, lines: readonly string[]): Range | null {
  if (words === '' || words.includes('\n') || start.line === end.line) return null;
  const wanted = new RegExp(`(?<![\\w.-])${words.replace(/[^\w\s]/g, '\\$&')}(?![\\w-])`, 'i');
  for (let line = start.line; line <= end.line; line += 1) {
    const at = wanted.exec(lines[line - 1] ?? '');
    if (at === null) continue;
    const column = at.index + 1;
    return { start: { line, column }, end: { line, column: column + words.length } };
  }
  return null;
}
