import { groupedBy } from '../../domain/grouped.ts';
import type { PipelineStep } from './step.ts';

/** The jobs of pipelines, each with its steps; those of an action of the repository are of the job that calls it. */
export function jobsOf<T extends PipelineStep>(steps: readonly T[]): (readonly T[])[] {
  return [...groupedBy(steps, ({ calledBy, file, job }) => `${calledBy ?? file}\0${job}`).values()];
}
