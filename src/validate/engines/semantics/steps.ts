import type { DocumentPath } from '../../../domain/finding.ts';
import { placedSteps } from '../../../workflow/facts/placed-steps.ts';
import { asList, asMapping, type Mapping } from '../../../workflow/facts/values.ts';
import type { CheckedJob } from './check.ts';

export interface CheckedStep {
  readonly step: Mapping;
  readonly path: DocumentPath;
}

/** The steps of a job, each with its place. */
export function stepsOf({ job, path }: CheckedJob): CheckedStep[] {
  return placedSteps(job.steps).map((one) => ({ step: asMapping(one.value), path: [...path, 'steps', ...one.path] }));
}

/** Whether a path with `./` may be of another repository, which the job has checked out. */
export function checksOutAnother(job: Mapping): boolean {
  return asList(job.steps).some((step) => asMapping(asMapping(step).with).repository !== undefined);
}
