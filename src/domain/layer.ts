import type { Deadline } from './deadline.ts';
import type { ActionError } from './errors.ts';
import type { Finding } from './finding.ts';
import type { Rung } from './proposal.ts';
import type { GenerationRequest, Question } from './request.ts';
import type { Usage } from './usage.ts';

/** What an asked layer said, with what a person should know of the asking: a sentence each. */
export type LayerAnswer = UnnotedAnswer & { readonly notes?: readonly string[] };

/** `refused` and `questions` are answers, but nothing to print from. */
type UnnotedAnswer =
  | {
      readonly kind: 'request';
      readonly request: GenerationRequest;
      readonly usage: Usage;
      /** Asks once more, with what the judges said of this answer; null where nothing else would be said. */
      readonly again: AskAgain | null;
    }
  | { readonly kind: 'questions'; readonly questions: readonly Question[]; readonly usage: Usage }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[]; readonly usage: Usage }
  /** Nothing came of it, and it was not for free: what else is thrown has used nothing that is known. */
  | { readonly kind: 'failed'; readonly error: ActionError; readonly usage: Usage };

/** The usage of the answer is that of this asking alone. */
export type AskAgain = (findings: readonly Finding[], deadline: Deadline) => Promise<LayerAnswer>;

/** Times that an asked layer may mend its answer, whoever has found fault with it; each counts only if there is less wrong. */
export const REPAIR_ROUNDS = 3;

/** A rung that must be asked: it may hang, throw, or answer nonsense. */
export interface AskedLayer {
  readonly rung: Rung;
  /** All that was said for what it answers, trimmed: once that is accepted, the same words cost nothing again. */
  readonly words?: readonly string[];
  /** Rejects with an ActionError or anything else. */
  propose(deadline: Deadline): Promise<LayerAnswer>;
  /** Who is asked in its place where it fails or cannot be proven, lowest first. */
  readonly otherwise: readonly AskedLayer[];
}
