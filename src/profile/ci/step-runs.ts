import type { Line } from '../lines.ts';
import { joinPath } from '../paths.ts';
import { inRun, type MatrixRun, withEnv } from './matrix.ts';
import type { CiStep } from './steps.ts';

/** A step as one run of its job's matrix has it, with what `env` sets. */
export interface StepRun {
  readonly step: CiStep;
  readonly run: MatrixRun;
  /** Where it runs; null where that is not known. */
  readonly directory: string | null;
  readonly script: readonly Line[];
}

/** More runs of one step say nothing new. */
export const MOST_RUNS = 50;

/** A step in each run of its job that its condition leaves. */
export function stepRuns(step: CiStep): StepRun[] {
  return step.runs.slice(0, MOST_RUNS).map((run) => stepRun(step, run));
}

/** A step in one run of its job. */
export function stepRun(step: CiStep, run: MatrixRun): StepRun {
  const put = (text: string) => inRun(withEnv(text, step.environment), run);
  const folder = put(step.folder);
  const script = step.script.map(({ text, number }) => ({ text: put(text) ?? text, number }));
  return { step, run, directory: folder === null ? null : joinPath('.', folder), script };
}
