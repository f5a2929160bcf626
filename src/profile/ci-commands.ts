import { inRun } from './ci-matrix.ts';
import { type CiStep, readCiSteps } from './ci-steps.ts';
import { type Line, linesOf } from './lines.ts';
import type { Snapshot } from './snapshot.ts';

/** One command in a script of the repository's own GitHub workflows. */
export interface CiCommand extends Pick<CiStep, 'file' | 'job' | 'system' | 'isContained' | 'directory' | 'condition'> {
  readonly line: number;
  /** Without quotes, the first run of a matrix on that system put in. A word that only the job knows holds `$`. */
  readonly words: readonly string[];
}

/** The commands of steps of those workflows that match, in their order. */
export function readCiCommands(snapshot: Snapshot, mentions: RegExp): CiCommand[] {
  const sources = new Map<string, readonly Line[]>();
  return readCiSteps(snapshot, mentions).flatMap((step) => {
    const source = sources.get(step.file) ?? linesOf(snapshot.text(step.file) ?? '');
    sources.set(step.file, source);
    return commandsOf(source, step);
  });
}

function commandsOf(source: readonly Line[], step: CiStep): CiCommand[] {
  const { file, job, system, isContained, condition, run } = step;
  // A script that changes its folder runs its commands somewhere else.
  const directory = /^\s{0,20}cd\s/m.test(run ?? '') ? null : step.directory;
  const chosen = step.runs.find((one) => isOn(one, step)) ?? step.runs[0] ?? new Map();
  let line = step.line;
  return scriptLines(run ?? '').flatMap(({ first, whole }) => {
    line = lineOf(source, first, line);
    const place = { file, job, system, isContained, directory, condition, line };
    return splitCommands(inRun(whole, chosen) ?? whole).map((words) => ({ ...place, words }));
  });
}

/** A script stands on the lines from its key on, with comments and empty lines between. */
const MOST_BETWEEN = 50;

function lineOf(source: readonly Line[], text: string, from: number): number {
  const near = source.slice(from - 1, from - 1 + MOST_BETWEEN);
  return near.find((line) => line.text.includes(text))?.number ?? from;
}

/** A run whose values name no other system. */
function isOn(run: ReadonlyMap<string, string>, { system }: CiStep): boolean {
  const others = { linux: /macos|windows|msvc/i, macos: /ubuntu|linux|windows/i, windows: /ubuntu|linux|macos/i };
  return system === null || ![...run.values()].some((value) => others[system].test(value));
}

/** A script longer than any that people write is not read to its end. */
const MOST_LINES = 500;

/** Lines with those that a backslash continues; comments are left out. */
function scriptLines(run: string): { readonly first: string; readonly whole: string }[] {
  const joined: { first: string; whole: string }[] = [];
  let isOpen = false;
  for (const { text } of linesOf(run).slice(0, MOST_LINES)) {
    const line = text.trim();
    const last = joined.at(-1);
    if (isOpen && last) last.whole = `${last.whole.slice(0, -1)} ${line}`;
    else if (line !== '' && !line.startsWith('#')) joined.push({ first: line, whole: line });
    isOpen = line.endsWith('\\');
  }
  return joined.map(({ first, whole }) => ({ first, whole: whole.slice(0, 2_000) }));
}

const TOKEN = /\s*(?:(&&|\|\||[|;&<>]+)|((?:'[^']*'|"[^"]*"|[^\s'"|;&<>])+)|(.))/gy;

/** The commands of a line, at its operators; what is redirected ends there too. */
function splitCommands(line: string): string[][] {
  const commands: string[][] = [[]];
  for (const [, operator, word] of line.replace(/\$\{\{[^}]{0,200}\}\}/g, '$_').matchAll(TOKEN)) {
    if (operator !== undefined) commands.push([]);
    else if (word !== undefined) commands.at(-1)?.push(word.replace(/['"]/g, ''));
  }
  return commands.filter((words) => words.length > 0);
}
