/**
 * The commands of a script, each on one line, without what stands before them: `sudo`, assignments, `if`, runners such as `npx`. Comments,
 * and what a here-document holds, are no commands; a separator in quotes separates nothing.
 */
export function commandsOf(script: string): string[] {
  return placedCommandsOf(script).flatMap(({ command }) => (command === '' ? [] : [command]));
}

/** A command with what stands around it. Only a part of a group, such as the end of one, may be no command at all. */
export interface PlacedCommand {
  /** As {@link commandsOf} gives it. */
  readonly command: string;
  /** A group of commands, or what stands for what they print, begins or ends here. */
  readonly group: 'opens' | 'substitutes' | 'closes' | null;
  /** Another command reads what it prints. */
  readonly isPiped: boolean;
}

/** The commands of a script, each with its place among the others. */
export function placedCommandsOf(script: string): PlacedCommand[] {
  const pieces = splitCommands(withoutDocuments(script.replace(/\\\r?\n/g, ' ')));
  return pieces.map(({ text, end }, index): PlacedCommand => {
    const [before, after] = [pieces[index - 1], pieces[index + 1]];
    const whole = text.trim().slice(0, MAX_COMMAND);
    const isOr = after?.text === '' && after.end === '|';
    return {
      command: stripWrappers(whole),
      group: groupAt(whole, before),
      isPiped: end === '|' && !isOr,
    };
  });
}

function groupAt(text: string, before: Piece | undefined): PlacedCommand['group'] {
  if (before?.end === '(') return before.text.endsWith('$') ? 'substitutes' : 'opens';
  if (before?.end === ')' || /^(?:\}|(?:done|fi|esac)\b)/.test(text)) return 'closes';
  return /^(?:\{|for|while|until|if|case)(?=\s|$)/.test(text) ? 'opens' : null;
}

/** Characters of one command that are looked at: patterns may look at each of them again and again. */
const MAX_COMMAND = 2000;

/** What a here-document holds is text, though a shell may be given it. One that never ends is none. */
function withoutDocuments(script: string): string {
  const lines = script.split('\n');
  const last = new Map(lines.map((line, index) => [line.trim(), index]));
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    kept.push(line);
    const end = /<<-?\s*["'\\]?([A-Za-z_]\w*)/.exec(line.replaceAll('<<<', ''))?.[1];
    if (end === undefined || (last.get(end) ?? -1) <= at) continue;
    do at += 1;
    while (lines[at]?.trim() !== end);
  }
  return kept.join('\n');
}

/** What stands before a separator, and that. */
interface Piece {
  readonly text: string;
  readonly end: string;
}

/** One word after the other, so that a hostile script costs no more than a plain one. */
function splitCommands(text: string): Piece[] {
  const commands: Piece[] = [];
  const lastClose = text.lastIndexOf('}}');
  let start = 0;
  let at = nextSpecial(text, 0);
  while (at < text.length) {
    if (isSeparator(text, at)) {
      commands.push({ text: text.slice(start, at), end: text[at] ?? '' });
      start = text[at] === '#' ? endOfLine(text, at) : at + 1;
      at = nextSpecial(text, start);
    } else at = nextSpecial(text, afterWord(text, at, lastClose));
  }
  return [...commands, { text: text.slice(start), end: '' }];
}

/** Where the next character is that may be more than itself; the end where there is none. */
function nextSpecial(text: string, from: number): number {
  const special = /[\n;|()&#'"\\]|\$\{\{/g;
  special.lastIndex = from;
  return special.exec(text)?.index ?? text.length;
}

/** What stands together: an expression, a quoted text, a character with its escape, or a single character. What never ends is none. */
function afterWord(text: string, at: number, lastClose: number): number {
  const character = text[at] ?? '';
  if (character === '\\') return at + 2;
  if (at < lastClose && text.startsWith('${{', at)) return text.indexOf('}}', at) + 2;
  return (isQuote(character) ? Math.max(at, endOfQuote(text, at)) : at) + 1;
}

function isQuote(character: string): boolean {
  return character === "'" || character === '"';
}

/** The offset of the quote that ends this one; -1 where none does, which happens once for each kind of quote. */
function endOfQuote(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at += 1) {
    if (text[at] === text[open]) return at;
    if (text[at] === '\\' && text[open] === '"') at += 1;
  }
  return -1;
}

/** `>&` and `&>` are redirections, and `#` begins a comment only where a word could begin. */
function isSeparator(text: string, at: number): boolean {
  const character = text[at] ?? '';
  if (character === '#') return /\s/.test(text[at - 1] ?? '\n');
  if (character === '&') return text[at - 1] !== '>' && text[at + 1] !== '>';
  return '\n;|()'.includes(character);
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Words that only start another command. */
const WRAPPER =
  /^(?:(?:if|then|elif|else|while|until|do|time|exec|command|nohup|npx|bunx|sudo|env|xvfb-run|!|\{)(?:\s+-\S+)*|\w+=(?:"[^"]*"|'[^']*'|\$\{\{.*?\}\}|(?!\$\{\{)[^\s"']\S*)?|timeout\s+\S+|(?:pnpm|yarn)\s+(?:exec|dlx)|(?:uv|poetry|pdm|pipenv|hatch)\s+run|python3?\s+-m|bundle\s+exec)\s+/;

function stripWrappers(command: string): string {
  let rest = command;
  for (let next = rest.replace(WRAPPER, ''); next !== rest; next = rest.replace(WRAPPER, '')) rest = next;
  return rest;
}
