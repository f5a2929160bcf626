import { type CiStep, inRun, readCiSteps } from './ci-steps.ts';
import { linesOf } from './lines.ts';
import type { Snapshot } from './snapshot.ts';

/** One command in a script of the repository's own GitHub workflows. */
export interface CiCommand extends Pick<CiStep, 'file' | 'job' | 'system' | 'directory'> {
  readonly line: number;
  /** Without quotes, the first run of a matrix on that system put in. A word that only the job knows holds `$`. */
  readonly words: readonly string[];
}

/** The commands of steps of those workflows that match, in their order. */
export function readCiCommands(snapshot: Snapshot, mentions: RegExp): CiCommand[] {
  return readCiSteps(snapshot, mentions).flatMap((step) => commandsOf(snapshot, step));
}

function commandsOf(snapshot: Snapshot, step: CiStep): CiCommand[] {
  const { file, job, system, directory, run } = step;
  const chosen = step.runs.find((one) => isOn(one, step)) ?? step.runs[0] ?? new Map();
  const source = run === null ? [] : linesOf(snapshot.text(file) ?? '').slice(step.line - 1);
  let at = 0;
  return scriptLines(run ?? '').flatMap(({ first, whole }) => {
    const found = source.findIndex(({ text }, index) => index >= at && text.includes(first));
    if (found >= 0) at = found;
    const line = source[at]?.number ?? step.line;
    return splitCommands(inRun(whole, chosen) ?? whole).map((words) => ({ file, job, system, directory, line, words }));
  });
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
