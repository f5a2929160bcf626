import type { ActionError } from '../../domain/errors.ts';
import type { LayerAnswer } from '../../domain/layer.ts';
import type { Fallback } from '../../domain/proposal.ts';
import type { GenerationRequest, Question } from '../../domain/request.ts';
import type { Usage } from '../../domain/usage.ts';

/** What a model has made of words that nobody proves. */
export interface ModelReading {
  /** Null where the model has failed: `fallback` says why. */
  readonly reading: {
    readonly request: GenerationRequest;
    readonly questions: readonly Question[];
    readonly refused: readonly { readonly rule: string; readonly message: string }[];
  } | null;
  readonly fallback: Fallback | null;
  readonly usage: Usage;
}

/** An answer as it is shown. */
export function readingOfAnswer(answer: LayerAnswer): ModelReading {
  return answer.kind === 'failed'
    ? withoutModel(answer.error, answer.usage)
    : { reading: readingOf(answer), fallback: null, usage: answer.usage };
}

/** Where nothing came of it: the words are read without it. */
export function withoutModel({ code, message }: ActionError, usage: Usage): ModelReading {
  const fallback = { code, message: `The model was left out, and the words were read without it: ${message}` };
  return { reading: null, fallback, usage };
}

const NO_INTENTS: GenerationRequest = { version: 1, intents: [] };

function readingOf(answer: Exclude<LayerAnswer, { kind: 'failed' }>): ModelReading['reading'] {
  switch (answer.kind) {
    case 'request':
      return { request: answer.request, questions: [], refused: [] };
    case 'questions':
      return { request: NO_INTENTS, questions: answer.questions, refused: [] };
    case 'refused':
      return {
        request: NO_INTENTS,
        questions: [],
        refused: answer.findings.map(({ rule, message }) => ({ rule, message })),
      };
  }
}
