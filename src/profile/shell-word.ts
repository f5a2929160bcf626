/** A text as one word of a shell's command, quoted where it must be. */
export function shellWord(text: string): string {
  return /^[\w./@%+:,][\w./@%+:,=-]*$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** The words of a text up to the end of its first command, quoted as they are written. */
export function commandWords(text: string): string[] {
  const end = /\s(?:&&|\|\||\||;|>|<|\d>)|;\s|;$/.exec(text);
  const command = end ? text.slice(0, end.index) : text;
  return [...command.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) => word);
}

/** A pattern that a file called like an option cannot slip through. (ShellCheck, SC2035) */
export function fromHere(word: string): string {
  return /^[*?]/.test(word) ? `./${word}` : word;
}

/** A word without its quotes. */
export function unquoted(word: string): string {
  return word.replace(/["']/g, '');
}
