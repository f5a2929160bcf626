import type { Range } from '../domain/finding.ts';

/**
 * Where words stand in a value of several lines, so that a finding about one expression of a long script points at that one: where there is
 * one with braces that has them, there. Null where the value is one line, or where they do not stand there as they are. Case does not count.
 * @param lines of the whole text
 */
export function placeOfWords(words: string, { start, end }: Range, lines: readonly string[]): Range | null {
  if (words === '' || words.includes('\n') || start.line === end.line) return null;
  const wanted = `(?<![\\w.-])${words.replace(/[^\w\s]/g, '\\$&')}(?![\\w-])`;
  const own = lines.slice(start.line - 1, end.line);
  for (const pattern of [new RegExp(`(?<=\\$\\{\\{(?:(?!\\}\\}).){0,200})${wanted}`, 'i'), new RegExp(wanted, 'i')]) {
    const found = own.map((text) => pattern.exec(text));
    const index = found.findIndex((at) => at !== null);
    if (index < 0) continue;
    const [line, column] = [start.line + index, (found[index]?.index ?? 0) + 1];
    return { start: { line, column }, end: { line, column: column + words.length } };
  }
  return null;
}
