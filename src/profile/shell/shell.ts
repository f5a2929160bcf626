import { MOST } from '../ci/limits.ts';
import type { Line } from '../lines.ts';
import { joinPath } from '../paths.ts';
import { fromHere, shellWord } from '../shell-word.ts';
import { asMeant } from './as-meant.ts';
import { withExits, withoutExit } from './failures.ts';
import { type Word, withoutEnvironment } from './in-environment.ts';
import { plainLines } from './plain-lines.ts';

/** One command of a script, reduced to words that mean the same everywhere. */
export interface ShellCommand {
  readonly words: readonly string[];
  /** The same as it is typed. */
  readonly run: string;
  /** What the script has set before it, and what is written in front of it. */
  readonly environment: ReadonlyMap<string, string>;
  readonly directory: string;
  readonly line: number;
  /** Whether it runs as soon as the shell comes to its line, and its failure ends a shell that ends at failures. (POSIX, "set", -e) */
  readonly isCertain: boolean;
  /** Whether its line fails where it fails, or does not run. */
  readonly isAtEnd: boolean;
  /** Whether the shell ends, and fails, where it fails or does not run, whatever the shell is told: `|| exit 1`. */
  readonly isFatal: boolean;
}

export interface Script {
  readonly lines: readonly Line[];
  /** Where it starts. */
  readonly directory: string;
}

/**
 * The commands of a script that run whatever happens, in their order. Passed over: what stands in a branch, a loop or a function, what a
 * shell would have to fill in, pipes, redirections, and what may fail. Nothing is known any more after a change to an unknown folder.
 */
export function shellCommands({ lines, directory }: Script): ShellCommand[] {
  return commandsIn(plainLines(withExits(lines)), directory, new Map());
}

function commandsIn(lines: readonly Line[], directory: string, before: Environment): ShellCommand[] {
  const found: ShellCommand[] = [];
  let exported = before;
  let folder: string | null = directory;
  for (const { text: written, number } of lines) {
    const ending = withoutExit(written);
    const text = ending ?? written;
    // What waits for a subshell to fail keeps that from ending at failures.
    const inner = ending === null ? subshell(text) : null;
    if (inner !== null && folder !== null) {
      found.push(...commandsIn([{ text: inner, number }], folder, exported));
      continue;
    }
    const parts = splitCommands(asMeant(text));
    if (!parts?.every(({ words }) => words !== null) && MOVES.test(text)) return found;
    const stands = standings(parts ?? [], ending !== null);
    for (const [index, { words }] of (parts ?? []).entries()) {
      if (folder === null) return found;
      if (words === null) continue;
      const [first, second] = words;
      if (MOVES.test(first?.value ?? ''))
        folder = words.length === 2 && second ? joinFolder(folder, second.value) : null;
      else if (first?.value === 'export') exported = withAll(exported, words.slice(1));
      else found.push(...commandOf(words, { exported, directory: folder, line: number, ...(stands[index] ?? NEVER) }));
    }
  }
  return found;
}

/** What a line of nothing but a subshell runs, whose folder and variables end with it; null for any other line. */
function subshell(text: string): string | null {
  const [, inner = ''] = /^\(([^()]{1,2000})\)$/.exec(text) ?? [];
  return inner === '' || inner.includes('||') ? null : inner.trim();
}

/** What fails only where nothing behind it could succeed, or never. */
const HARMLESS = new Set(['cd', 'pushd', 'popd', 'export', 'mkdir', 'echo', 'printf', 'true', ':']);
const ACTIVATES = /^(?:\.|source) \S{1,200}\/activate$/;

const NEVER = { isCertain: false, isAtEnd: false, isFatal: false };

type Standing = Pick<ShellCommand, 'isCertain' | 'isAtEnd' | 'isFatal'>;

/** What stands before `&&` is forgiven; what stands behind it may not run. */
function standings(parts: readonly Part[], hasExit: boolean): Standing[] {
  const lastList = parts.slice(0, -1).findLastIndex(({ ends }) => ends === ';') + 1;
  let isSure = true;
  return parts.map(({ words, ends }, index) => {
    const typed = words?.slice(0, 2).map(({ value }) => value) ?? [];
    const isCertain = isSure && ends !== '&&';
    const isHarmless = HARMLESS.has(typed[0] ?? '') || ACTIVATES.test(typed.join(' '));
    isSure = ends !== '&&' || (isSure && isHarmless);
    const isAtEnd = index >= lastList;
    return { isCertain, isAtEnd, isFatal: hasExit && isAtEnd };
  });
}

const MOVES = /(?:^|[\s;&|(])(?:cd|pushd|popd)(?:\s|$)/;

type Environment = ReadonlyMap<string, string>;

/** More would be no person's command. */
const MOST_WORDS = 60;

function commandOf(
  words: readonly Word[],
  { exported, ...place }: Omit<ShellCommand, 'words' | 'run' | 'environment'> & { readonly exported: Environment },
): ShellCommand[] {
  const start = words.findIndex((word) => assignment(word) === null);
  const rest = start < 0 ? [] : withoutEnvironment(words.slice(start)).map(withoutRelease).map(withListedTags);
  if (rest.length === 0 || rest.length > MOST_WORDS) return [];
  const run = rest.map(({ typed }) => fromHere(typed)).join(' ');
  const environment = withAll(exported, words.slice(0, Math.min(start, MOST_WORDS)));
  return [{ words: rest.map(({ value }) => value), run, environment, ...place }];
}

/** The program that is set up, where its release stands in its name as well: `php8.4` is `php`. (setup-php, "php-version") */
function withoutRelease(word: Word, index: number): Word {
  return index === 0 && /^php[5-9]\.\d$/.test(word.value) ? { value: 'php', typed: 'php' } : word;
}

/** Go's list of tags with spaces between them is one with commas. (go help build) */
function withListedTags(word: Word, index: number, words: readonly Word[]): Word {
  const isOfGo = words[0]?.value === 'go' && /^--?tags$/.test(words[index - 1]?.value ?? '');
  if (!isOfGo || !/^[\w.]+(?: [\w.]+)+$/.test(word.value)) return word;
  const value = word.value.replaceAll(' ', ',');
  return { value, typed: value };
}

/** An environment with what these words set; itself where that is nothing, or it has more already than anybody sets. */
function withAll(environment: Environment, words: readonly Word[]): Environment {
  const set = environment.size < MOST.variables ? words.flatMap((word) => assignment(word) ?? []) : [];
  if (set.length === 0) return environment;
  return new Map([...environment, ...set.map(({ name, text }) => [name, text] as const)]);
}

function assignment({ value }: Word): { readonly name: string; readonly text: string } | null {
  const [, name, text = ''] = /^([A-Za-z_]\w{0,60})=(.{0,200})$/.exec(value) ?? [];
  return name === undefined ? null : { name, text };
}

function joinFolder(folder: string, path: string): string | null {
  return path.startsWith('/') || path.startsWith('~') || path === '-' ? null : joinPath(folder, path);
}

/** A word that needs no quotes; a pattern of names stays as it is written, for the shell to fill in. A `#` begins a comment where a word would begin. */
const BARE = /[\w./@%+:,=*~^-]/;
/** What a word in quotes may hold: nothing that any shell, or a workflow, would read as its own, and nothing that cannot be seen. */
const QUOTED = /[\w !#%&()*+,./:;<=>?@[\]^|~-]/;

/** A command of a line. */
interface Part {
  /** Null where it does not come down to words. */
  readonly words: Word[] | null;
  /** What stands behind it; empty at the end of the line. */
  readonly ends: '&&' | ';' | '';
}

/** A subshell, or a group of commands. */
const GROUP = /[()]|(?:^|[\s;&])[{}](?=[\s;&]|$)/;

/** The commands of one line, by `&&` and `;`; null for one with `||`, a subshell or a group. */
function splitCommands(text: string): Part[] | null {
  if (GROUP.test(text.replace(/"[^"]*"|'[^']*'/g, ''))) return null;
  const commands: Part[] = [];
  let words: Word[] | null = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at, at + 2);
    if (rest === '||') return null;
    if (rest === '&&' || rest.startsWith(';')) {
      const ends = rest === '&&' ? rest : ';';
      commands.push({ words, ends });
      words = [];
      at += ends.length;
    } else if (/\s/.test(rest.charAt(0))) at += 1;
    else if (rest.startsWith('#')) break;
    else {
      const word = wordAt(text, at);
      if (word === null) words = null;
      else if (words !== null) words.push(word);
      at = word === null ? separatorAfter(text, at) : at + word.typed.length;
    }
  }
  commands.push({ words, ends: '' });
  return commands
    .filter((part) => part.words?.length !== 0)
    .map(({ words: own, ends }) => ({
      words: own?.map(({ value, typed }) => ({ value, typed: typedAs(value, typed) })) ?? null,
      ends,
    }));
}

/** The word that begins there; null where it does not come down to one. */
function wordAt(text: string, start: number): Word | null {
  let value = '';
  let at = start;
  while (at < text.length && !/[\s;&]/.test(text.charAt(at))) {
    const sign = text.charAt(at);
    if (sign === '"' || sign === "'") {
      const end = text.indexOf(sign, at + 1);
      const inner = text.slice(at + 1, Math.max(end, at + 1));
      if (end < 0 || [...inner].some((one) => !QUOTED.test(one))) return null;
      value += inner;
      at = end + 1;
    } else if (BARE.test(sign) || (sign === '#' && at > start)) {
      value += sign;
      at += 1;
    } else return null;
  }
  return text.charAt(at) === '&' && text.charAt(at + 1) !== '&' ? null : { value, typed: text.slice(start, at) };
}

function typedAs(value: string, typed: string): string {
  return /["']/.test(typed) ? shellWord(value) : typed;
}

/** Where the next command may begin: quotes are passed over. */
function separatorAfter(text: string, start: number): number {
  let quote = '';
  for (let at = start; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (at > start && (sign === ';' || text.startsWith('&&', at) || text.startsWith('||', at))) return at;
  }
  return text.length;
}
