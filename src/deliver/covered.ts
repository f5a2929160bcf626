import type { Covered } from '../domain/coverage.ts';
import type { Evidence } from '../domain/evidence.ts';

const FOLDER = '.github/workflows/';

/** A step of a workflow as people name it: `ci.yml:31`. */
export function stepName({ file, line }: Evidence): string {
  return `${file.startsWith(FOLDER) ? file.slice(FOLDER.length) : file}:${line}`;
}

/** `api: test`, as jobs are named. */
export function coveredName({ subject, check }: Covered): string {
  return check === null ? subject : `${subject}: ${check}`;
}

/** The steps of all that is covered, each once, in the order of the checks. */
export function coveringSteps(covered: readonly Covered[]): Evidence[] {
  const steps = covered.flatMap(({ by }) => by);
  return [...new Map(steps.map((step) => [stepName(step), step])).values()];
}
