import { ActionError } from '../../domain/errors.ts';
import type { ModelReply } from '../../domain/model.ts';

/** What a protocol says of an answer. */
export interface ProtocolReply {
  /** Whether it was an answer of the protocol at all. */
  readonly isReply: boolean;
  readonly text: string;
  readonly calls: readonly { readonly id?: unknown; readonly name?: unknown; readonly input?: unknown }[];
  readonly stop: ModelReply['stop'];
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** One is wanted; a model may say a thing twice. */
const MOST_CALLS = 16;

/** An answer as the rest of the program knows it. Throws MODEL_ANSWER_INVALID for what is none. */
export function replyOf({ isReply, text, calls, stop, inputTokens, outputTokens }: ProtocolReply): ModelReply {
  if (!isReply) throw new ActionError('MODEL_ANSWER_INVALID', 'what the server answered is no answer of a model.');
  if (calls.length > MOST_CALLS)
    throw new ActionError('MODEL_ANSWER_INVALID', `what the model answered has ${calls.length} calls of its one tool.`);
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
function idOf(id: unknown, at: number, calls: ProtocolReply['calls']): string {
  const isOwn = typeof id === 'string' && id !== '' && calls.filter((call) => call.id === id).length === 1;
  return isOwn ? id : `call-${at + 1}`;
}

function count(tokens: number): number {
  return Number.isFinite(tokens) && tokens > 0 ? Math.round(tokens) : 0;
}
