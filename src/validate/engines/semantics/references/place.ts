import type { DocumentPath } from '../../../../domain/finding.ts';
import type { ContextPath } from '../../../../workflow/expressions/tree.ts';
import type { CheckedJob, CheckedWorkflow, Fault } from '../check.ts';

/** Where an expression stands. */
export interface Place extends CheckedWorkflow {
  /** Null outside of jobs. */
  readonly job: CheckedJob | null;
  readonly path: DocumentPath;
}

/** What is wrong with a reference of at least two steps, the second a plain name in lower case; null where nothing is known to be. */
export type Lookup = (context: ContextPath, place: Place) => Omit<Fault, 'path'> | null;
