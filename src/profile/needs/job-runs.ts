import { groupedBy } from '../../domain/grouped.ts';
import { stepsOfCalls } from '../ci/called-workflows.ts';
import { inRun, type MatrixRun } from '../ci/matrix.ts';
import { type CiStep, stepsIn } from '../ci/steps.ts';
import { linesOf } from '../lines.ts';
import { oncePerFile } from '../once.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Run, typed } from './ci-container.ts';

/**
 * What a job's steps run, by lines, each where `working-directory`, or what `cd` begins a script with, says: in each run of its matrix, and
 * in each call of its workflow.
 */
export function runsOf(snapshot: Snapshot, file: string, job: string): readonly Run[] {
  return runsByJob(snapshot, file).get(job) ?? [];
}

const runsByJob = oncePerFile((snapshot, file): ReadonlyMap<string, readonly Run[]> => {
  const steps = stepsOfCalls(snapshot, file) ?? stepsIn(snapshot, file);
  // A job of a workflow that is called has the caller's name before its own.
  const jobs = groupedBy(steps, ({ job }) => job.slice(job.lastIndexOf('\0') + 1));
  return new Map([...jobs].map(([job, own]) => [job, own.flatMap(runsOfStep)]));
});

/** A step of a repository's own action may run anything; one of another's works where it is told to, on what it is told. */
function runsOfStep(step: CiStep): Run[] {
  const { uses, run, inputs, folder, runs } = step;
  if (uses?.startsWith('./')) return [{ directory: '.', lines: [uses] }];
  if (uses !== null) {
    const named = inputs.get('working-directory') ?? inputs.get('working_directory');
    const told = [uses.split('/').at(-1) ?? uses, ...inputs.values()].join(' ').replace(/\s+/g, ' ');
    return named === undefined
      ? []
      : foldersOf(step, named).map((directory) => ({ directory, lines: [told.slice(0, 500)] }));
  }
  if (run === null) return [];
  return foldersOf(step, folder).flatMap((own) =>
    runOfScript(own, run).map(({ directory, lines }) => ({ directory, lines: inRuns(lines, runs) })),
  );
}

/** What a script runs that is started in a folder, and where; nothing where it goes out of the repository. */
export function runOfScript(own: string, text: string): Run[] {
  const [, moved = '.', script = text] = MOVED.exec(text.slice(0, LONGEST)) ?? [];
  const directory = joinPath(own, moved);
  return directory === null ? [] : [{ directory, lines: typed(linesOf(script)) }];
}

/** What only a run knows stays as it is written. */
function inRuns(lines: readonly string[], runs: readonly MatrixRun[]): string[] {
  return lines.flatMap((line) =>
    line.includes('${{') ? [...new Set(runs.map((run) => inRun(line, run) ?? line))] : [line],
  );
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
