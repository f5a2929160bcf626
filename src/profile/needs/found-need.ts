import type { Need } from '../../domain/profile.ts';

/** A need, and whether tests are known to pass beside it as a workflow has it. */
export interface FoundNeed {
  readonly need: Need;
  readonly isProven: boolean;
}
