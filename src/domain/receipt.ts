import type { ErrorCode } from './errors.ts';

/** What became of a delivery. What could not be delivered is a value: the run goes on, and says so elsewhere. */
export type Receipt =
  | {
      readonly kind: 'delivered';
      readonly how: 'created' | 'edited' | 'kept';
      /** Where a person can look at it. */
      readonly url: string;
      /** What was left undone beside it, one sentence each. */
      readonly notes: readonly string[];
    }
  /** Nothing was said; why, as a sentence, where that is not plain. */
  | { readonly kind: 'silent'; readonly why: string | null }
  | {
      readonly kind: 'not-delivered';
      readonly code: ErrorCode;
      /** What was not done and why: one sentence. */
      readonly reason: string;
    };

/** What was left undone, or why nothing was said: a sentence each. */
export function notesOf(receipt: Receipt): readonly string[] {
  switch (receipt.kind) {
    case 'delivered':
      return receipt.notes;
    case 'silent':
      return receipt.why === null ? [] : [receipt.why];
    case 'not-delivered':
      return [receipt.reason];
  }
}
