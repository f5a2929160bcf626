import { deadlineAfterStart } from '../../clients/deadline.ts';
import { maskSecrets } from '../../clients/job.ts';
import type { Deadline } from '../../domain/deadline.ts';
import type { ActionError } from '../../domain/errors.ts';
import type { Trigger } from '../../domain/event.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { RepositoryContext } from '../../domain/repository.ts';
import { type ActionInputs, readActionInputs, readSecrets } from '../../inputs/action.ts';
import { type Runner, readRunner } from '../../inputs/runner.ts';
import type { Answer } from '../commands/proposal.ts';
import type { Heard } from './heard.ts';

/** What the action was given: nothing is looked at yet. */
export interface Job {
  /** When it began, ISO 8601 in UTC. */
  readonly at: string;
  readonly inputs: ActionInputs;
  readonly runner: Runner;
  readonly deadline: Deadline;
}

/** How the line ended. */
export type Ending =
  | {
      readonly kind: 'proposed';
      readonly trigger: Trigger;
      readonly context: RepositoryContext;
      readonly outcome: Answer;
      readonly heard: Heard;
      /** What a person should know of the model, a sentence each. */
      readonly notes: readonly string[];
      /** How many answers of a model were those that an earlier run was given. */
      readonly keptAnswers: number;
    }
  /** A comment asks what can be asked. */
  | { readonly kind: 'help'; readonly trigger: Trigger }
  /** Nothing is done for it, which is no fault; `why` is a sentence. */
  | { readonly kind: 'not-served'; readonly trigger: Trigger | null; readonly why: string }
  | { readonly kind: 'failed'; readonly trigger: Trigger | null; readonly error: ActionError };

export type Proposed = Extract<Ending, { kind: 'proposed' }>;

/** Throws INPUT_INVALID, NOT_AVAILABLE_YET, EVENT_INVALID. Secrets are masked before anything can be said. */
export function openJob(): Job {
  const at = new Date().toISOString();
  maskSecrets(readSecrets());
  const inputs = readActionInputs();
  return { at, inputs, runner: readRunner(), deadline: deadlineAfterStart(inputs.timeoutSeconds * 1000) };
}

export function proposalOf(ending: Ending): Proposal | null {
  return ending.kind === 'proposed' ? ending.outcome.proposal : null;
}
