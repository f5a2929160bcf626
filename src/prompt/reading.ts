import type { ProjectProfile } from '../domain/profile.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { GenerationRequest, Question } from '../domain/request.ts';

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
