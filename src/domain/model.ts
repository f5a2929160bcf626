import * as z from 'zod/mini';
import { NO_USAGE } from './usage.ts';

/** The one thing that a model may do: fill the input of this tool. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  /** JSON Schema, draft 2020-12, of an object; every string and every array in it has a bound. */
  readonly input: Readonly<Record<string, unknown>>;
}

const ToolCallSchema = z.object({ id: z.string(), name: z.string(), input: z.unknown() });
export type ToolCall = Readonly<z.infer<typeof ToolCallSchema>>;

/** What has been said so far, oldest first. */
export type Turn =
  | { readonly speaker: 'person'; readonly text: string }
  | { readonly speaker: 'model'; readonly text: string; readonly calls: readonly ToolCall[] }
  /** What was wrong with a call of the turn before; `call` is its id. */
  | { readonly speaker: 'tool'; readonly call: string; readonly text: string };

/** Everything that a model is told. */
export interface Conversation {
  /** Ours alone: nothing of the repository stands in them. */
  readonly instructions: string;
  readonly tool: Tool;
  readonly turns: readonly Turn[];
  /** Output tokens that an answer may have. */
  readonly mostOutputTokens: number;
}

const count = z._default(z.number().check(z.gte(0)), 0);

/** What a layer used. Servers that report nothing count as zero: tokens are told, never guessed. */
const UsageSchema = z.object({
  inputTokens: count,
  outputTokens: count,
  costUsd: count,
  calls: count,
  unpricedTokens: z.optional(z.number().check(z.gte(0))),
});

/** What comes back of a model: the input of a call is data that no schema has seen yet. */
export const ModelReplySchema = z.object({
  text: z._default(z.string(), ''),
  calls: z._default(z.array(ToolCallSchema), []),
  /** Why it ended, as far as it tells; whether there are calls is told by `calls` alone. */
  stop: z._default(z.enum(['done', 'cut-off', 'refused']), 'done'),
  usage: z._default(UsageSchema, NO_USAGE),
});
export type ModelReply = z.infer<typeof ModelReplySchema>;

/**
 * A language model. What it gives should be a ModelReply, and is unknown until the schema has seen it. It may hang, throw, answer nonsense or
 * hold its thread: callers give it no trust and a bounded time.
 */
export interface Model {
  reply(conversation: Conversation, signal: AbortSignal): Promise<unknown>;
}
