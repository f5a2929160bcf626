/** A word of a command that Docker is given in one line: only double quotes hold one together there. */
export function commandWord(word: string): string {
  return /^[^\s"'\\]+$/.test(word) ? word : `"${word.replace(/["\\]/g, String.raw`\$&`)}"`;
}
