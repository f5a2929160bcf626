import type { Deadline } from './domain/deadline.ts';
import type { Candidate, Proposal } from './domain/proposal.ts';
import type { GenerationRequest } from './domain/request.ts';

/** What every rung of the ladder is tried with. */
export interface Proving {
  /** Prints a stack of requests and has it judged. Never rejects for time: a judge that was cut off is a verdict of `error`. */
  readonly prove: (stack: readonly GenerationRequest[]) => Promise<Candidate>;
  readonly deadline: Deadline;
}

/** How far up the ladder goes: requests, the lowest first, and what was made of them. */
export interface Step {
  readonly stack: readonly GenerationRequest[];
  readonly proposal: Proposal;
}

export function isProven({ report }: Candidate): boolean {
  return report.verdict === 'pass';
}
