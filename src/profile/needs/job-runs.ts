import { stepsOfCalls } from '../ci/called-workflows.ts';
import { inRun } from '../ci/matrix.ts';
import { type CiStep, stepsIn } from '../ci/steps.ts';
import { linesOf } from '../lines.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Run, typed } from './ci-container.ts';

/**
 * What a job's steps run, by lines, each where `working-directory`, or what `cd` begins a script with, says: in each run of its matrix, and
 * in each call of its workflow.
 */
export function runsOf(snapshot: Snapshot, file: string, job: string): Run[] {
  const steps = stepsOfCalls(snapshot, file) ?? stepsIn(snapshot, file);
  return steps.filter((step) => step.job === job || step.job.endsWith(`\0${job}`)).flatMap(runsOfStep);
}

/** A step of a repository's own action may run anything; one of another's works where it is told to, on what it is told. */
function runsOfStep(step: CiStep): Run[] {
  const { uses, run, inputs, folder } = step;
  if (uses?.startsWith('./')) return [{ directory: '.', lines: [uses] }];
  if (uses !== null) {
    const named = inputs.get('working-directory') ?? inputs.get('working_directory');
    const told = [uses.split('/').at(-1) ?? uses, ...inputs.values()].join(' ').replace(/\s+/g, ' ');
    return named === undefined
      ? []
      : foldersOf(step, named).map((directory) => ({ directory, lines: [told.slice(0, 500)] }));
  }
  if (run === null) return [];
  const [, moved = '.', script = run] = MOVED.exec(run.slice(0, LONGEST)) ?? [];
  const lines = typed(linesOf(script));
  return foldersOf(step, folder).flatMap((own) => {
    const directory = joinPath(own, moved);
    return directory === null ? [] : [{ directory, lines }];
  });
}

/** The folders that a text means, each once; the root where only the run can tell. */
function foldersOf({ runs }: CiStep, text: string): string[] {
  const folders = runs.flatMap((run) => joinPath('.', inRun(text, run) ?? '.') ?? []);
  return [...new Set(folders.length > 0 ? folders : ['.'])].slice(0, MOST_FOLDERS);
}

/** More than any matrix of a person tests. */
const MOST_FOLDERS = 50;

const MOVED = /^\s{0,20}cd\s{1,8}([\w./-]{1,200})(?:[^\S\n]{0,8}(?:&&|;|\n))?([\s\S]*)$/;

/** No person's step is longer. */
const LONGEST = 20_000;
