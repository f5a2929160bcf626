import type { RefusalRule } from '../../../domain/refusal.ts';

/** One way to ask for something that nobody may: a word of each list stands in one sentence, and none of `unless`. */
export interface Pattern {
  readonly rule: RefusalRule;
  readonly all: readonly string[];
  readonly unless?: string;
  /** Whether a version or another number behind a preposition makes it another wish: `don't test on 3.9`. */
  readonly unlessNumber?: boolean;
  /** Whether one wish has to say it all, and not words of two: where something is taken away it always has to. */
  readonly isOfOneWish?: boolean;
}
