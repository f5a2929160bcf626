import { isReadWhole, matrixRuns } from '../ci/matrix.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';

/** Whether all runs of a job's matrix are written down: one that is made while it runs may be empty, and what is excluded from one may be all of it. */
export function isKnownMatrix(workflow: Manifest, job: string): boolean {
  const strategy = workflow.at(['jobs', job, 'strategy']) ?? {};
  if (!isMapping(strategy)) return false;
  const { matrix } = strategy;
  if (matrix === undefined) return true;
  if (!isMapping(matrix) || (Object.hasOwn(matrix, 'exclude') && hasExpression(matrix))) return false;
  const isWritten = Object.values(matrix).every((values) => Array.isArray(values) && values.length > 0);
  return isWritten && isReadWhole(matrix) && matrixRuns(matrix).length > 0;
}

/** Whether only the run knows a part of it. */
export function hasExpression(value: unknown): boolean {
  return (JSON.stringify(value) ?? '').includes('${{');
}
