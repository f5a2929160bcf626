import type { Conversation } from '../../src/domain/model.ts';

/** What a model is told first, where it does not matter. */
export const OPENING: Conversation = {
  instructions: 'Fill it.',
  tool: { name: 'answer', description: '', input: {} },
  turns: [{ speaker: 'person', text: 'lint "everything"\n' }],
  mostOutputTokens: 100,
};

/** What a model gives that calls the tool once, with these intents. */
export function calling(intents: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) {
  return answering({ intents, questions: [], refused: [] }, more);
}

/** What a model gives that calls the tool once, with any input. */
export function answering(input: unknown, more: Readonly<Record<string, unknown>> = {}) {
  return { calls: [{ id: 'call-1', name: 'answer', input }], ...more };
}
