import { inRun, type MatrixRun, matrixRuns } from '../ci/matrix.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';
import { linesOf } from '../lines.ts';
import { joinPath } from '../paths.ts';
import { type Run, typed } from './ci-container.ts';

/** What a job's steps run, by lines as each run of its matrix has them, each where `working-directory`, or what `cd` begins a script with, says. */
export function runsOf(workflow: Manifest, job: string): Run[] {
  const steps = workflow.at(['jobs', job, 'steps']);
  const path = ['defaults', 'run', 'working-directory'];
  const usual = workflow.text(['jobs', job, ...path]) ?? workflow.text(path) ?? '.';
  const all = matrixRuns(workflow.at(['jobs', job, 'strategy', 'matrix']));
  return (Array.isArray(steps) ? steps : []).flatMap((step: unknown): Run[] => {
    if (!isMapping(step)) return [];
    const { run, uses, 'working-directory': named } = step;
    if (typeof uses === 'string') return uses.startsWith('./') ? [{ directory: '.', lines: [uses] }] : [];
    if (typeof run !== 'string') return [];
    const [, folder = '.', script = run] = MOVED.exec(run.slice(0, LONGEST)) ?? [];
    const directory = joinPath(joinPath('.', typeof named === 'string' ? named : usual) ?? '.', folder);
    return directory === null ? [] : [{ directory, lines: inRuns(typed(linesOf(script)), all) }];
  });
}

/** What only a run knows stays as it is written. */
function inRuns(lines: readonly string[], runs: readonly MatrixRun[]): string[] {
  return lines.flatMap((line) =>
    line.includes('${{') ? [...new Set(runs.map((run) => inRun(line, run) ?? line))] : [line],
  );
}

const MOVED = /^\s{0,20}cd\s{1,8}([\w./-]{1,200})(?:[^\S\n]{0,8}(?:&&|;|\n))?([\s\S]*)$/;

/** No person's step is longer. */
const LONGEST = 20_000;
