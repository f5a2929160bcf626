import { type Annotation, annotationOf } from '../../domain/annotation.ts';
import type { Finding, Level } from '../../domain/finding.ts';
import { byWeight } from './findings.ts';

/** What GitHub shows of one kind for one step; it drops the rest without a word. */
const MOST_OF_A_KIND = 10;

export interface Annotations {
  /** What `workflowCommand` of domain/annotation.ts makes a line of. */
  readonly shown: readonly Annotation[];
  /** How many there are beyond them: `unseenIn` tells it. */
  readonly left: number;
}

/** The findings that GitHub can show at their places, the gravest first, at most ten of each kind. */
export function annotationsOf(findings: readonly Finding[]): Annotations {
  const counts: Record<Level, number> = { error: 0, warning: 0, note: 0 };
  const shown = byWeight(findings).filter(({ level }) => {
    counts[level] += 1;
    return counts[level] <= MOST_OF_A_KIND;
  });
  return { shown: shown.map(annotationOf), left: findings.length - shown.length };
}

/** That some findings are shown at no place, as a sentence for the summary, which has them all; none where that is not so. */
export function unseenIn(findings: readonly Finding[]): string[] {
  const { left } = annotationsOf(findings);
  const which =
    left === 1 ? '1 finding has no annotation at its place' : `${left} findings have no annotation at their place`;
  return left > 0 ? [`${which}, since GitHub shows ten of a kind.`] : [];
}
