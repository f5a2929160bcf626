import { originsOf, type Scope } from './flows.ts';
import { printedInto } from './printed.ts';
import { putInto } from './shell-text.ts';
import { localsOf, textsPutInto } from './step-writes.ts';
import { hasManyLines, isUntrusted } from './untrusted.ts';

/** Text of outsiders that a script writes where it counts for every later step. */
export interface EnvironmentWriteFact {
  /** Which of `$GITHUB_ENV` and `$GITHUB_PATH`. */
  readonly file: 'ENV' | 'PATH';
  /** The context that it comes from, or the command that reads it out of an artifact. */
  readonly text: string;
}

export interface WritingScript {
  readonly run: string;
  readonly commands: readonly string[];
  readonly scope: Scope;
  /** It or an earlier step has brought an artifact of a run that an outsider has started. */
  readonly hasForeignFiles: boolean;
}

/**
 * The first text of outsiders in a file of the environment that may hold a line of its own there, or a folder to look for programs in; null
 * where there is none. A title or a branch has one line, which is no more than the value of the variable that the script names.
 */
export function environmentWrite(script: WritingScript): EnvironmentWriteFact | null {
  if (!/GITHUB[_.](?:ENV|PATH)/i.test(script.run)) return null;
  for (const file of ['ENV', 'PATH'] as const) {
    const text = writtenByOutsiders(script, file);
    if (text !== null) return { file, text };
  }
  return null;
}

function writtenByOutsiders(script: WritingScript, file: EnvironmentWriteFact['file']): string | null {
  const { run, commands, scope, hasForeignFiles } = script;
  const { lines, documents, readers } = printedInto(file, run);
  const isPath = file === 'PATH';
  const isKnown = (end: string) => {
    const texts = textsPutInto([`"${end}"`], commands).flatMap((text) => originsOf(text, scope));
    return texts.length === 0 && !/\$\(|`/.test(end) && !isMade(end, commands);
  };
  const words = unguarded([...lines.map(isPath ? whole : quotedParts), ...documents], isKnown);
  for (const text of textsPutInto(words, commands)) {
    const found = originsOf(text, scope).find(({ path }) => isUntrusted(path) && (isPath || hasManyLines(path)));
    if (found) return found.path.join('.');
  }
  if (!hasForeignFiles) return null;
  const copied = readers.find((command) => COPIES.test(command));
  return copied ?? readInto(words, run);
}

/** The command by which what a file holds becomes part of a word, by itself or by a variable that nothing looks at. */
function readInto(words: readonly string[], run: string): string | null {
  const reads = new Map([...run.matchAll(READ_VARIABLE)].map(([, name = '', read = '']) => [name, read]));
  const checked = lookedAt(run);
  for (const word of words) {
    const direct = READS.exec(word)?.[0];
    if (direct !== undefined) return direct;
    const name = putInto(word).variables.find((variable) => reads.has(variable) && !checked.has(variable));
    if (name !== undefined) return reads.get(name) ?? null;
  }
  return null;
}

/** Variables of which a condition says what they may be. */
const LOOKED_AT = [
  /(?:\[|\btest|\bcase)\s{1,4}(?:!\s)?["']?\$\{?(\w{1,60})/g,
  /\$\{?(\w{1,60})\}?["']?\s{1,4}(?:=~|-match)/g,
  /<<<\s?["']?\$\{?(\w{1,60})/g,
];

function lookedAt(run: string): ReadonlySet<string> {
  return new Set(LOOKED_AT.flatMap((pattern) => [...run.matchAll(pattern)].map(([, name = '']) => name)));
}

/** Whether a variable of the script is what another command prints. */
function isMade(end: string, commands: readonly string[]): boolean {
  const locals = localsOf(commands);
  return putInto(end).variables.some((name) => /\$$|\$\(|`/.test(locals.get(name) ?? ''));
}

function whole(text: string): string {
  return text;
}

/** A shell makes one line of what stands outside of quotes; expressions are put in before it sees any. */
function quotedParts(text: string): string {
  return (text.match(/\$\{\{.*?\}\}|"(?:\\.|[^"\\])*"?|^[A-Za-z_]\w*<<\S+/gs) ?? []).join(' ');
}

/** Without the values between two words that nobody can know before the run: no text of outsiders ends such a value. */
function unguarded(texts: readonly string[], isKnown: (end: string) => boolean): string[] {
  let end: string | null = null;
  return texts.filter((text) => {
    const bare = text.replaceAll(/["']/g, '').trim();
    if (end !== null) {
      if (bare === end) end = null;
      return false;
    }
    const word = /^[A-Za-z_]\w*<<(.*\$.*)$/s.exec(bare)?.[1] ?? null;
    if (word !== null && !isKnown(word)) end = word;
    return true;
  });
}

/** Programs that print a file as it is, or a text of it. */
const READER = '(?:(?:cat|head|tail|Get-Content)|jq\\s+(?:-\\w+\\s+)*-\\w*r)\\s';
const COPIES = new RegExp(`^(?:${READER}|(?:cp|mv)\\s|tee\\s[^<]*<(?!<))`, 'i');
const READS = new RegExp(`(?:\\$\\(|\`)\\s?(?:${READER}|<)[^|)\`]*[)\`]`, 'i');
const READ_VARIABLE = new RegExp(
  `(?:^|[;\\s])([A-Za-z_]\\w{0,60})=["']?((?:\\$\\(|\`)\\s?(?:${READER}|<)[^|)\`\\n]{0,500}[)\`])`,
  'gi',
);
