import type { Conversation } from '../../domain/model.ts';
import type { ProjectProfile } from '../../domain/profile.ts';
import type { RepositoryContext } from '../../domain/repository.ts';
import type { Wish } from '../../domain/wish.ts';
import { TOOL } from './tool.ts';

export interface OpeningRequest {
  /** Lowest first; at least one. */
  readonly wishes: readonly Wish[];
  readonly profile: ProjectProfile;
  readonly context: RepositoryContext;
}

const INSTRUCTIONS = `You turn what people ask of a repository's CI pipeline into intents of a closed vocabulary.
Call the tool once. What is not clear becomes a question, what may not be asked for is refused; nothing is guessed.`;

const MOST_OUTPUT_TOKENS = 4096;

/** What a model is told first. The same words and facts give the same bytes. */
export async function openingOf({ wishes }: OpeningRequest): Promise<Conversation> {
  const text = wishes.map(({ words }) => words).join('\n');
  return {
    instructions: INSTRUCTIONS,
    tool: TOOL,
    turns: [{ speaker: 'person', text }],
    mostOutputTokens: MOST_OUTPUT_TOKENS,
  };
}
