import type { AskedLayer } from '../domain/layer.ts';
import type { GenerationRequest, Question } from '../domain/request.ts';
import { NO_USAGE } from '../domain/usage.ts';

/** What a sentence came to: intents, or questions, never both. */
export interface Reading {
  readonly request: GenerationRequest;
  readonly questions: readonly Question[];
  readonly refused: readonly { readonly rule: string; readonly message: string }[];
}

/**
 * Our own reader of a sentence. This version understands none, and acts on no guess: it asks for the intents themselves.
 */
export function readWords(words: string): Reading {
  const text =
    'This version cannot read sentences yet. Write what you want as intents into .github/agent-generate.yml; docs/requests.md shows them.';
  return { request: { version: 1, intents: [] }, questions: [{ about: words, text, choices: [] }], refused: [] };
}

/** The reader as a rung of the ladder. */
export function wordsLayer(words: string): AskedLayer {
  return {
    rung: 'read',
    propose: async () => {
      const { request, questions } = readWords(words);
      return questions.length > 0
        ? { kind: 'questions', questions, usage: NO_USAGE }
        : { kind: 'request', request, usage: NO_USAGE };
    },
  };
}
