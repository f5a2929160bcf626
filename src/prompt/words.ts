import type { AskedLayer, LayerAnswer } from '../domain/layer.ts';
import type { ProjectProfile } from '../domain/profile.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { GenerationRequest, Question } from '../domain/request.ts';
import { NO_USAGE } from '../domain/usage.ts';
import { findingOf } from './refused.ts';

/** What a sentence came to: intents, questions, or what is refused; never two of them. */
export interface Reading {
  readonly request: GenerationRequest;
  readonly questions: readonly Question[];
  readonly refused: readonly Refusal[];
}

/** Our own reader, which is loaded once there are words: what it understands to the last word it gives as intents, all else it asks about or refuses. The names are the repository's. */
export async function readWords(words: string, profile: ProjectProfile): Promise<Reading> {
  const { read } = await import('./reader/read.ts');
  return read(words, profile);
}

/** The reader as a rung of the ladder. Nothing of it changes from round to round. */
export function wordsLayer(words: string, profile: ProjectProfile): AskedLayer {
  return { rung: 'read', propose: () => answerTo(words, profile), otherwise: [] };
}

async function answerTo(words: string, profile: ProjectProfile): Promise<LayerAnswer> {
  const { request, questions, refused } = await readWords(words, profile);
  if (refused.length > 0) return { kind: 'refused', findings: refused.map(findingOf), usage: NO_USAGE };
  if (questions.length > 0) {
    const { withReplies } = await import('./replies.ts');
    return { kind: 'questions', questions: await withReplies(words, questions, profile), usage: NO_USAGE };
  }
  return { kind: 'request', request, usage: NO_USAGE, again: null };
}
