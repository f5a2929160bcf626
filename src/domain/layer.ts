import type { Deadline } from './deadline.ts';
import type { Finding } from './finding.ts';
import type { Rung } from './proposal.ts';
import type { GenerationRequest, Question } from './request.ts';
import type { Usage } from './usage.ts';

/** What an asked layer said. `refused` and `questions` are answers, but nothing to print from. */
export type LayerAnswer =
  | { readonly kind: 'request'; readonly request: GenerationRequest; readonly usage: Usage }
  | { readonly kind: 'questions'; readonly questions: readonly Question[]; readonly usage: Usage }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[]; readonly usage: Usage };

/** A rung that must be asked: it may hang, throw, or answer nonsense. */
export interface AskedLayer {
  readonly rung: Rung;
  /** `findings` are those of its own last answer; empty in the first round. Rejects with an ActionError or anything else. */
  propose(findings: readonly Finding[], deadline: Deadline): Promise<LayerAnswer>;
}
