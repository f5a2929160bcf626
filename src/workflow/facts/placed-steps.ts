import type { DocumentPath } from '../../domain/finding.ts';
import { asList, asMapping } from './values.ts';

/** A step as it is written. */
export interface PlacedStep {
  readonly value: unknown;
  /** Below `steps`. */
  readonly path: DocumentPath;
  /** Which step it is; of those that run side by side, the one that they stand in. */
  readonly at: number;
}

/** The steps of a job or a composite action. Those that run side by side stand inside one, after it. (workflow syntax, `parallel`) */
export function placedSteps(steps: unknown): PlacedStep[] {
  return asList(steps).flatMap((value, at) => [
    { value, path: [at], at },
    ...asList(asMapping(value).parallel).map((inner, index) => ({ value: inner, path: [at, 'parallel', index], at })),
  ]);
}
