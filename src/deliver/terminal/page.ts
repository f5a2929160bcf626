import type { GeneratedFile } from '../../domain/changes.ts';
import type { Paint } from '../../domain/paint.ts';
import { isAllCovered } from '../../domain/pipeline.ts';
import type { Effect, Proposal } from '../../domain/proposal.ts';
import type { RepositoryContext } from '../../domain/repository.ts';
import type { ResolvedWish } from '../../domain/wish.ts';

/** What is printed, each part already in words where another room owns the words. */
export interface ProposalPage {
  readonly context: RepositoryContext;
  readonly proposal: Proposal;
  /** Paths of the workflows that keep running beside what is proposed. */
  readonly beside: readonly string[];
  /** Those of them that do nothing else than what is proposed, where it is to replace them. */
  readonly replaceable: readonly string[];
  /** The profile as a page, and the findings with their source lines. */
  readonly profile: string;
  readonly findings: string;
  /** What was asked for in words, without secrets. */
  readonly wishes: readonly ResolvedWish[];
  /** What it was understood as, and what each part does. */
  readonly effects: readonly Effect[];
  /** The configuration that keeps what was asked for in words; null where there is nothing to keep. */
  readonly accepted: GeneratedFile | null;
  /** Paths that were written, as the person may open them; empty where nothing was. */
  readonly written: readonly string[];
  readonly paint: Paint;
  /** Whether every job, step and value is shown with its reason. */
  readonly isExplained?: boolean;
}

/** Whether everything is done by the workflows that are here. */
export function isNothing({ changeSet, pipeline }: Pick<Proposal, 'changeSet' | 'pipeline'>): boolean {
  return changeSet.files.length === 0 && isAllCovered(pipeline);
}
