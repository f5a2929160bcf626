import type { DocumentPath } from '../../../domain/finding.ts';
import { asList, asMapping, type Mapping } from '../../../workflow/facts/values.ts';
import type { CheckedJob } from './check.ts';

export interface CheckedStep {
  readonly step: Mapping;
  readonly path: DocumentPath;
}

/** The steps of a job, each with its place. Those that run side by side stand inside one, after it. */
export function stepsOf({ job, path }: CheckedJob): CheckedStep[] {
  return placed(job.steps, [...path, 'steps']).flatMap((one) => [
    one,
    ...placed(one.step.parallel, [...one.path, 'parallel']),
  ]);
}

function placed(steps: unknown, path: DocumentPath): CheckedStep[] {
  return asList(steps).map((step, index) => ({ step: asMapping(step), path: [...path, index] }));
}

/** Whether a path with `./` may be of another repository, which the job has checked out. */
export function checksOutAnother(job: Mapping): boolean {
  return asList(job.steps).some((step) => asMapping(asMapping(step).with).repository !== undefined);
}
