import type { Deadline } from './deadline.ts';
import type { Finding } from './finding.ts';
import type { EngineName } from './report.ts';
import type { GenerationRequest } from './request.ts';

/** What engines judge: the bytes of a file, or a request with what was taken away. */
export type Subject =
  | { readonly kind: 'file'; readonly file: string; readonly bytes: Uint8Array }
  | { readonly kind: 'request'; readonly file: string; readonly request: GenerationRequest };

/** What one engine made of all subjects. */
export interface EngineOutcome {
  readonly name: EngineName;
  readonly status: 'ran' | 'failed';
  /** Why it failed, one sentence; empty when it ran. */
  readonly reason: string;
  readonly findings: readonly Finding[];
  readonly milliseconds: number;
}

/** What a thread tells while it judges: what an engine made of all files, and the end. */
export type JudgeNews = { readonly kind: 'ended'; readonly outcome: EngineOutcome } | { readonly kind: 'done' };

/** Runs every engine over the subjects. Never rejects for a fault of an engine or of time: that engine has failed, and says why. */
export interface Judge {
  /** The policies that are judged by, ours first. */
  readonly policies: readonly Uint8Array[];
  judge(subjects: readonly Subject[], deadline: Deadline): Promise<readonly EngineOutcome[]>;
}

/** Standard input has no name; this one stands in findings. */
export const STDIN_NAME = '<stdin>';
