import type { ChangeSet, GeneratedFile } from './changes.ts';
import type { Pipeline } from './pipeline.ts';
import type { ComplianceReport } from './report.ts';
import type { GenerationRequest, Intent, Question } from './request.ts';
import type { Usage } from './usage.ts';

/** The rungs of the ladder, lowest first. `model` and `read` are two ways to ask. */
export type Rung = 'minimal' | 'detected' | 'accepted-request' | 'read' | 'model';

/** Why less was done than was asked for, where no error was the cause; with what to do about it. */
export const FALLBACKS = {
  NOT_PROVEN:
    'Policy refused it, or an engine could not judge it. Change the wish that the message names: of words that were said together none is done without it, of a configuration all others are.',
  REFUSED:
    'What was asked for may not be asked for, so nothing that was said together with it is done. Say all else without it.',
  QUESTIONS: 'The words can be understood in more than one way. Answer the questions, and run it again.',
} as const;

/** Why a layer is not part of the answer. */
export interface Fallback {
  /** Of FALLBACKS, or the code of an error. */
  readonly code: string;
  readonly message: string;
}

/** What was made of one stack of layers, proven or not. */
export interface Candidate {
  readonly request: GenerationRequest;
  readonly pipeline: Pipeline;
  /** What a tag or a person starts, in a file of its own; null where nothing is released. */
  readonly release: Pipeline | null;
  readonly changeSet: ChangeSet;
  readonly report: ComplianceReport;
}

/** A request that words came to, and that is part of the answer. */
export interface UnderstoodRequest {
  readonly request: GenerationRequest;
  /** The requests below it, lowest first. */
  readonly over: readonly GenerationRequest[];
  /** All that was said for it, trimmed; empty where the layer does not tell. */
  readonly words: readonly string[];
}

/** What an intent that words came to does to the pipeline: `nothing` where it is so already, `left-out` where it cannot be. */
export interface Effect {
  readonly intent: Intent;
  readonly does: 'changes' | 'nothing' | 'left-out';
}

/** The answer of a run. */
export interface Proposal extends Candidate {
  /** Of the asked layers, lowest first. */
  readonly understood: readonly UnderstoodRequest[];
  /** The highest rung that took part. */
  readonly source: Rung;
  readonly fallback: Fallback | null;
  readonly questions: readonly Question[];
  readonly usage: Usage;
  /** What a person should know of how the layers were asked: a sentence each. Absent where there is nothing to say. */
  readonly notes?: readonly string[];
}

/**
 * The files that the repository may take over, those that go away among them: proven, not as they should be yet, and never what is left
 * when every layer has failed in the place of a pipeline.
 */
export function toTakeOver({ report, changeSet, source, fallback }: Proposal): GeneratedFile[] {
  if (report.verdict !== 'pass') return [];
  const isRest = source === 'minimal' && fallback !== null;
  return changeSet.files.filter(({ status }) => status === 'added' || (status !== 'unchanged' && !isRest));
}
