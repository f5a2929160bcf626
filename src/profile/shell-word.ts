/** A text as one word of a shell's command, quoted where it must be. */
export function shellWord(text: string): string {
  return /^[\w./@%+:,][\w./@%+:,=-]*$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
