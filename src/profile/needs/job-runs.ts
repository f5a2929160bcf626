import { groupedBy } from '../../domain/grouped.ts';
import { inRun, type MatrixRun } from '../ci/matrix.ts';
import { stepsIn } from '../ci/steps.ts';
import { linesOf } from '../lines.ts';
import { oncePerFile } from '../once.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Run, typed } from './ci-container.ts';

/** What a job's steps run, by lines as each run of its matrix has them, each where `working-directory`, or what `cd` begins a script with, says. */
export function runsOf(snapshot: Snapshot, file: string, job: string): readonly Run[] {
  return (
    runsByJob(snapshot, file)
      .get(job)
      ?.flatMap(({ runs }) => runs) ?? []
  );
}

const runsByJob = oncePerFile((snapshot, file) => {
  const steps = stepsIn(snapshot, file).map(({ job, run, uses, folder, runs }): { job: string; runs: Run[] } => {
    if (uses !== null) return { job, runs: uses.startsWith('./') ? [{ directory: '.', lines: [uses] }] : [] };
    if (run === null) return { job, runs: [] };
    const [, moved = '.', script = run] = MOVED.exec(run.slice(0, LONGEST)) ?? [];
    const directory = joinPath(joinPath('.', folder) ?? '.', moved);
    return { job, runs: directory === null ? [] : [{ directory, lines: inRuns(typed(linesOf(script)), runs) }] };
  });
  return groupedBy(steps, ({ job }) => job);
});

/** What only a run knows stays as it is written. */
function inRuns(lines: readonly string[], runs: readonly MatrixRun[]): string[] {
  return lines.flatMap((line) =>
    line.includes('${{') ? [...new Set(runs.map((run) => inRun(line, run) ?? line))] : [line],
  );
}

const MOVED = /^\s{0,20}cd\s{1,8}([\w./-]{1,200})(?:[^\S\n]{0,8}(?:&&|;|\n))?([\s\S]*)$/;

/** No person's step is longer. */
const LONGEST = 20_000;
