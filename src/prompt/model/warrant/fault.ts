import type { Question } from '../../../domain/request.ts';

/** Something of an answer that cannot be acted on. */
export interface Fault {
  /** Where it stands: `intents.0.command`. */
  readonly at: string;
  /** What is wrong and what to do, for the model. */
  readonly text: string;
  /** What a person is asked where the model does not mend it; null where nobody but the model could. */
  readonly question: Question | null;
}
