/** The lines of a text that ends with a newline, without their ends. */
export function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** The text of lines, each ended by a newline. */
export function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** How far a line is indented; null for one that is blank. */
export function indentOf(line: string): number | null {
  const at = line.search(/\S/);
  return at < 0 ? null : at;
}

export function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index]);
}
