import type { Proposal } from '../../domain/proposal.ts';
import type { ModelHost } from '../asking.ts';

/** What a job lends to a model, and what came of it. */
export interface JobModelHost extends ModelHost, AsyncDisposable {
  /** What a person should know, a sentence each. */
  notes(): readonly string[];
  /** How many answers an earlier run had been given. */
  hits(): number;
  /** Leaves for the end of the job what later runs may use: answers that led to a proven file, and files of a model. */
  leave(proposal: Proposal): void;
}
