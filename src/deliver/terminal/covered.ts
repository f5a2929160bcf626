import { type Paint, printableLine } from '../../domain/paint.ts';
import type { Pipeline } from '../../domain/pipeline.ts';
import { coveredName, coveringSteps, stepName } from '../covered.ts';

/** So many are named. */
const MOST = 100;
const MOST_STEPS = 8;

/** What is not generated since the repository's own workflows do it, a line each; empty where there is none. */
export function coveredTable({ covered }: Pick<Pipeline, 'covered'>, paint: Paint): string {
  const shown = covered.slice(0, MOST);
  const names = shown.map((one) => printableLine(coveredName(one)));
  const width = Math.max(0, ...names.map(({ length }) => length));
  const lines = shown.map(({ by }, index) => {
    const steps = by.map((step) => printableLine(stepName(step))).join(', ');
    return `  ${(names[index] ?? '').padEnd(width)}  ${paint.dim(`covered by ${steps}`)}`;
  });
  const left = covered.length - shown.length;
  return [...lines, ...(left > 0 ? [`  … and ${left} more`] : [])].join('\n');
}

/** The steps that do all of it, for one line. */
export function coveredBy({ covered }: Pick<Pipeline, 'covered'>): string {
  const steps = coveringSteps(covered).map((step) => printableLine(stepName(step)));
  const more = steps.length > MOST_STEPS ? ` and ${steps.length - MOST_STEPS} more` : '';
  return `${steps.slice(0, MOST_STEPS).join(', ')}${more}`;
}
