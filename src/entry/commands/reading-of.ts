import type { Read } from '../../deliver/terminal/reading.ts';
import type { LayerAnswer } from '../../domain/layer.ts';
import type { GenerationRequest } from '../../domain/request.ts';

const NOTHING: GenerationRequest = { version: 1, intents: [] };

/** What a layer said, as it is printed. */
export function readingOf(answer: LayerAnswer): Read {
  switch (answer.kind) {
    case 'request':
      return { request: answer.request, questions: [], refused: [] };
    case 'questions':
      return { request: NOTHING, questions: answer.questions, refused: [] };
    case 'refused':
      return {
        request: NOTHING,
        questions: [],
        refused: answer.findings.map(({ rule, message }) => ({ rule, message })),
      };
  }
}
