/** A text as one word of a shell's command, quoted where it must be. */
export function shellWord(text: string): string {
  return /^[\w./@%+:,][\w./@%+:,=-]*$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** An expression of a workflow: what the shell comes to see is no part of it. */
const EXPRESSION = /\$\{\{[^{}]*\}\}/g;

/** The words of a text up to the end of its first command, quoted as they are written; an expression is a part of its word. */
export function commandWords(text: string): string[] {
  const end = /\s(?:&&|\|\||\||;|>|<|\d>)|;\s|;$/.exec(text.replace(EXPRESSION, (it) => '$'.repeat(it.length)));
  const command = end ? text.slice(0, end.index) : text;
  return [...command.matchAll(/(?:\$\{\{[^{}]*\}\}|"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) => word);
}

/** A pattern that a file called like an option cannot slip through. (ShellCheck, SC2035) */
export function fromHere(word: string): string {
  return /^[*?]/.test(word) ? `./${word}` : word;
}

/** A word without its quotes. */
export function unquoted(word: string): string {
  return word.replace(/["']/g, '');
}

/** The words of a command that are no options, and the values of its options by their names. */
export interface TakenWords {
  readonly plain: readonly string[];
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Takes the words behind a command apart. Options that `alone` fits stand alone; every other one without `=` is followed by its value. */
export function takenWords(words: readonly string[], alone: RegExp): TakenWords {
  const plain: string[] = [];
  const options = new Map<string, string[]>();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [, name, value] = /^(--?[\w-]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === undefined) plain.push(word);
    else if (value !== undefined || !alone.test(name)) {
      if (value === undefined) at += 1;
      options.set(name, [...(options.get(name) ?? []), value ?? words[at] ?? '']);
    }
  }
  return { plain, options };
}
