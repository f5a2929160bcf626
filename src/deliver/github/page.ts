import type { GeneratedFile } from '../../domain/changes.ts';
import type { ProjectProfile } from '../../domain/profile.ts';
import type { Effect, Proposal } from '../../domain/proposal.ts';
import type { RepositoryContext } from '../../domain/repository.ts';
import type { ResolvedWish } from '../../domain/wish.ts';
import { editsIn } from '../edits.ts';
import type { CapabilityChange } from './capability-change.ts';

/** A run, as GitHub's pages are made from it. */
export interface GithubPage {
  /** The hidden first line of the comment: see `markerOf`. */
  readonly marker: string;
  readonly context: RepositoryContext;
  readonly profile: ProjectProfile;
  /** Paths of the workflows that keep running beside what is proposed. */
  readonly beside: readonly string[];
  /** Those of them that do nothing else than what is proposed, where it is to replace them. */
  readonly replaceable: readonly string[];
  readonly proposal: Proposal;
  /** What was asked for in words, lowest first, without secrets. */
  readonly wishes: readonly ResolvedWish[];
  /** What it was understood as, and what each part does. */
  readonly effects: readonly Effect[];
  /** The configuration by which the next run makes the same without being asked; null where there is nothing to accept. */
  readonly accepted: GeneratedFile | null;
  /** Whether the base has no pipeline of ours, or is not known: then nothing was before. */
  readonly isFirst: boolean;
  readonly change: CapabilityChange;
  readonly links: PageLinks;
  /** What else became of the run, one sentence each: such as what could not be delivered. */
  readonly notes: readonly string[];
}

export interface PageLinks {
  /** The run that this is; null where it is none of GitHub's. */
  readonly run: { readonly id: number; readonly url: string } | null;
  /** Null where none was stored. */
  readonly artifact: { readonly name: string; readonly url: string } | null;
  /** Where the head's files can be looked at: `https://github.com/<owner>/<name>/blob/<commit>`, or null. */
  readonly blob: string | null;
}

/** How much is shown of what may be long. */
export interface Cuts {
  /** Lines of the difference. */
  readonly diff: number;
  /** Lines of the evidence. */
  readonly evidence: number;
  /** Entries of each other list. */
  readonly entries: number;
}

/**
 * Whether the repository's head already has all that is proposed, and nothing has to be said of it. What was asked for in words has to be accepted
 * first: without that the next pull request would take it out. Of edits by hand something has to be said
 * where the change itself makes them.
 */
export function isUpToDate({
  proposal,
  context,
  accepted,
}: Pick<GithubPage, 'proposal' | 'context' | 'accepted'>): boolean {
  const { changeSet, fallback, questions, report } = proposal;
  const isSettled = changeSet.files.every(({ status }) => status === 'unchanged');
  const edits = editsIn(report.findings);
  const isEditedHere = edits !== null && changeSet.files.some(({ path }) => isChanged(path, context));
  return (
    isSettled &&
    accepted === null &&
    edits?.fate !== 'left' &&
    !isEditedHere &&
    fallback === null &&
    questions.length === 0 &&
    report.verdict === 'pass'
  );
}

function isChanged(path: string, { changedFiles }: Pick<RepositoryContext, 'changedFiles'>): boolean {
  return changedFiles === null || changedFiles.some((file) => file.path === path);
}
