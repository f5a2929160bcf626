import type { Covered } from '../../domain/coverage.ts';
import { type Paint, printableLine } from '../../domain/paint.ts';
import type { Pipeline } from '../../domain/pipeline.ts';
import { coveredName, coveringSteps, missedWords, stepName } from '../covered.ts';

/** So many are named. */
const MOST = 100;
const MOST_STEPS = 8;

/** What the repository's own workflows do, so that it is not generated, and what they do on some pull requests alone; empty where there is neither. */
export function coveredTable({ covered, overlaps }: Pick<Pipeline, 'covered' | 'overlaps'>, paint: Paint): string {
  const all = [
    ...covered.map((one) => ({ one, words: `covered by ${steps(one)}` })),
    ...overlaps.map((one) => ({ one, words: `${steps(one)} ${missedWords(one.missed)}` })),
  ];
  const shown = all.slice(0, MOST);
  const names = shown.map(({ one }) => printableLine(coveredName(one)));
  const width = Math.max(0, ...names.map(({ length }) => length));
  const lines = shown.map(
    ({ words }, index) => `  ${(names[index] ?? '').padEnd(width)}  ${paint.dim(printableLine(words))}`,
  );
  const left = all.length - shown.length;
  return [...lines, ...(left > 0 ? [`  … and ${left} more`] : [])].join('\n');
}

function steps({ by }: Covered): string {
  return by.map(stepName).join(', ');
}

/** The steps that do all of it, for one line. */
export function coveredBy({ covered }: Pick<Pipeline, 'covered'>): string {
  const steps = coveringSteps(covered).map((step) => printableLine(stepName(step)));
  const more = steps.length > MOST_STEPS ? ` and ${steps.length - MOST_STEPS} more` : '';
  return `${steps.slice(0, MOST_STEPS).join(', ')}${more}`;
}
