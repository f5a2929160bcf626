import { groupedBy } from '../../domain/grouped.ts';
import type { PipelineStep } from './step.ts';

/** The jobs of pipelines, each with its steps; those of an action of the repository are of the job that calls it. */
export function jobsOf<T extends PipelineStep>(steps: readonly T[]): (readonly T[])[] {
  return [...groupedBy(steps, jobOf).values()];
}

/** The job of a step, told from those of other pipelines. */
export function jobOf({ calledBy, file, job }: Pick<PipelineStep, 'calledBy' | 'file' | 'job'>): string {
  return `${calledBy ?? file}\0${job}`;
}
