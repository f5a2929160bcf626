import { joinedLines } from '../lines.ts';
import type { Snapshot } from '../snapshot.ts';
import { inRun, type MatrixRun, textOf } from './matrix.ts';
import { type CiStep, readCiSteps } from './steps.ts';

/** One command in a script of the repository's own GitHub workflows. */
export interface CiCommand
  extends Pick<CiStep, 'file' | 'job' | 'system' | 'isContained' | 'directory' | 'condition' | 'isStarted'> {
  readonly line: number;
  /** Without quotes, the first run of a matrix on that system put in. A word that only the job knows holds `$`. */
  readonly words: readonly string[];
}

/** The commands of steps of those workflows that match, in their order. */
export function readCiCommands(snapshot: Snapshot, mentions: RegExp): CiCommand[] {
  return readCiSteps(snapshot, mentions).flatMap(commandsOf);
}

/** A script longer than any that people write is not read to its end. */
const MOST_LINES = 500;

function commandsOf(step: CiStep): CiCommand[] {
  const { file, job, system, isContained, condition, isStarted, run, script } = step;
  // A script that changes its folder runs its commands somewhere else.
  const directory = /^\s{0,20}cd\s/m.test(run ?? '') ? null : step.directory;
  const chosen = step.runs.find((one) => isOn(one, step)) ?? step.runs[0] ?? new Map();
  return joinedLines(script.slice(0, MOST_LINES)).flatMap(({ text, number: line }) => {
    if (/^\s*#/.test(text)) return [];
    const place = { file, job, system, isContained, directory, condition, isStarted, line };
    return splitCommands(inRun(text, chosen) ?? text).map((words) => ({ ...place, words }));
  });
}

/** A run whose values name no other system. */
function isOn(run: MatrixRun, { system }: CiStep): boolean {
  return system === null || ![...run.values()].some((value) => OTHERS[system].test(textOf(value) ?? ''));
}

/** How the other systems are named. */
const OTHERS: Readonly<Record<NonNullable<CiStep['system']>, RegExp>> = {
  linux: /macos|windows|msvc/i,
  macos: /ubuntu|linux|windows/i,
  windows: /ubuntu|linux|macos/i,
};

const TOKEN = /\s*(?:(&&|\|\||[|;&<>]+)|((?:'[^']*'|"[^"]*"|[^\s'"|;&<>])+)|(.))/gy;

/** The words of the commands of a line, at its operators; what is redirected ends there too. */
export function splitCommands(line: string): string[][] {
  const commands: string[][] = [[]];
  for (const [, operator, word] of line.replace(/\$\{\{[^}]{0,200}\}\}/g, '$_').matchAll(TOKEN)) {
    if (operator !== undefined) commands.push([]);
    else if (word !== undefined) commands.at(-1)?.push(word.replace(/['"]/g, ''));
  }
  return commands.filter((words) => words.length > 0);
}
