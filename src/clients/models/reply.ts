import { ActionError } from '../../domain/errors.ts';
import type { ModelReply } from '../../domain/model.ts';

/** What a protocol says of an answer. */
export interface Heard {
  /** Whether it was an answer of the protocol at all. */
  readonly isReply: boolean;
  readonly text: string;
  readonly calls: readonly { readonly id?: unknown; readonly name?: unknown; readonly input?: unknown }[];
  readonly stop: ModelReply['stop'];
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** An answer as the rest of the program knows it. Throws MODEL_ANSWER_INVALID for what is none. */
export function replyOf({ isReply, text, calls, stop, inputTokens, outputTokens }: Heard): ModelReply {
  if (!isReply) throw new ActionError('MODEL_ANSWER_INVALID', 'what the server answered is no answer of a model.');
  return {
    text,
    calls: calls.map(({ id, name, input }, at) => ({
      id: idOf(id, at, calls),
      name: typeof name === 'string' ? name : '',
      input,
    })),
    stop,
    usage: { inputTokens: count(inputTokens), outputTokens: count(outputTokens), costUsd: 0, calls: 1 },
  };
}

/** Some servers give none, or the same to all: it only has to tell one call from another. */
function idOf(id: unknown, at: number, calls: Heard['calls']): string {
  const isOwn = typeof id === 'string' && id !== '' && calls.filter((call) => call.id === id).length === 1;
  return isOwn ? id : `call-${at + 1}`;
}

function count(tokens: number): number {
  return Number.isFinite(tokens) && tokens > 0 ? Math.round(tokens) : 0;
}
