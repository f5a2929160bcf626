import { type PlacedCommand, placedCommandsOf } from './shell.ts';

/** A file of GitHub's, by the end of its variable's name. */
export type GithubFile = 'ENV' | 'OUTPUT' | 'PATH';

/** What a script puts into a file of GitHub's, as it is written. */
export interface Printed {
  /** What commands print. */
  readonly lines: readonly string[];
  /** Lines of here-documents. */
  readonly documents: readonly string[];
  /** Commands that print what they read. */
  readonly readers: readonly string[];
}

/** Characters of one line that are looked at. */
const MAX_LINE = 2000;

/** Of one file; nobody gives it half as many. */
const MOST_NAMES = 8;

/** What a script puts into a file of GitHub's: by redirections of commands and of groups, through `tee`, by here-documents. */
export function printedInto(file: GithubFile, run: string): Printed {
  const target = targetOf(file, run);
  const found = sent(placedCommandsOf(run), target);
  return {
    lines: found.flatMap(({ texts }) => texts),
    documents: inDocuments(run, target),
    readers: found.flatMap(({ texts, command }) => (texts.length === 0 ? [command] : [])),
  };
}

/** The file's variable, the context that holds its name too, and variables of the script that are the same. */
function targetOf(file: GithubFile, run: string): RegExp {
  const own = new RegExp(`^\\s*(?:export\\s+)?\\$?(\\w{1,60})\\s?=\\s?["']?\\$\\{?(?:env:)?GITHUB_${file}\\b`, 'gim');
  const others = new Set([...run.matchAll(own)].map(([, name]) => `\\$\\{?${name}\\b`));
  const names = [`GITHUB_${file}\\b`, `\\bgithub\\.${file}\\s?\\}\\}`, ...[...others].slice(0, MOST_NAMES)];
  return new RegExp(names.join('|'), 'i');
}

interface Sent {
  readonly command: string;
  /** What it prints by itself. */
  readonly texts: readonly string[];
  readonly isPiped: boolean;
}

function sent(commands: readonly PlacedCommand[], target: RegExp): Sent[] {
  const found: Sent[] = [];
  const printed: Sent[] = [];
  const open: { readonly at: number; readonly isText: boolean }[] = [];
  for (const { command, group, isPiped } of commands) {
    const closed = group === 'closes' ? (open.pop() ?? { at: 0, isText: false }) : null;
    // What stands for a text goes nowhere else.
    if (closed?.isText) printed.length = closed.at;
    if (group === 'opens' || group === 'substitutes')
      open.push({ at: printed.length, isText: group === 'substitutes' });
    const texts = textsOf(command, target);
    const own = { command, texts, isPiped };
    if (!target.test(command.slice(startOfWriting(command)))) {
      if (command !== '' && !command.includes('>')) printed.push(own);
    } else if (texts.length > 0) found.push(own);
    else if (closed) found.push(...printed.splice(closed.at).filter((one) => !one.isPiped));
    else if (/^(?:tee|Out-File|Add-Content|Set-Content)\b(?!.*<)/i.test(command)) found.push(...printed.slice(-1));
    else found.push(own);
  }
  return found;
}

const PRINTS = /^(?:echo|printf|Write-Output)\s+(?:-\w+\s+)*(?=\S)|^(?=["'])/i;

/** What a command prints by itself. */
function textsOf(command: string, target: RegExp): string[] {
  const here = /^(?:cat|tee)\b.*?<<<\s?(.*)$/s.exec(command)?.[1];
  if (here !== undefined) return [withoutTarget(here, target)];
  if (/^(?:Add|Set)-Content\b/i.test(command)) {
    const value = withoutTarget(command, target).match(/"[^"]*"/g) ?? [];
    return value.length === 0 ? [] : [value.join(' ')];
  }
  const whole = withoutTarget(command, target);
  if (!PRINTS.test(whole)) return [];
  const text = whole.replace(PRINTS, '');
  return /^printf\b/i.test(whole) ? formatted(text) : [text];
}

const WORD = /"(?:\\.|[^"\\])*"|'[^']*'|[^\s"']+|["']/gs;

/** The lines that `printf` makes of its words, each in the quotes that it had: `%s` is the next of them. */
function formatted(text: string): string[] {
  const [format = '', ...words] = text.match(WORD) ?? [];
  const [quote = ''] = /^["']/.exec(format) ?? [];
  const rest = [...words];
  const filled = format.replace(/%[sbdq]/g, () => {
    const word = rest.shift() ?? '';
    return quote === '"' && word.startsWith('"') ? word.slice(1, -1) : `${quote}${word}${quote}`;
  });
  const inner =
    filled.startsWith(quote) && filled.endsWith(quote)
      ? filled.slice(quote.length, filled.length - quote.length)
      : filled;
  return [
    ...inner
      .split(/\\n/)
      .filter((line) => line !== '')
      .map((line) => `${quote}${line}${quote}`),
    ...rest,
  ];
}

/** Where a command begins to say what it writes into; its end where it does not. */
function startOfWriting(command: string): number {
  const at = command.search(/>|\b(?:tee|Out-File|Add-Content|Set-Content)\b|^(?:cp|mv)\s/i);
  return at < 0 ? command.length : at;
}

const REDIRECTION = /\d?>>?\s?(?:"[^"]*"|\$\{\{[^}]*\}\}|[^\s"']+)/g;

/** Without the redirection into the file. */
function withoutTarget(text: string, target: RegExp): string {
  return text.replace(REDIRECTION, (word) => (target.test(word) ? ' ' : word)).trim();
}

/** Lines of here-documents that are sent to the file. One that never ends is none. */
function inDocuments(run: string, target: RegExp): string[] {
  const lines = run.split('\n').map((line) => line.trim().slice(0, MAX_LINE));
  const last = new Map(lines.map((line, index) => [line, index]));
  const found: string[] = [];
  let end: string | undefined;
  for (const [at, line] of lines.entries()) {
    if (line === end) end = undefined;
    else if (end !== undefined) found.push(line);
    else if (line.includes('<<') && target.test(line)) {
      const word = /(?:^|[\s)])<<-?\s*["'\\]?([A-Za-z_]\w*)/.exec(line)?.[1];
      if (word !== undefined && (last.get(word) ?? -1) > at) end = word;
    }
  }
  return found;
}
