import * as z from 'zod/mini';
import { NO_USAGE } from './usage.ts';

/** What a model is told: our instructions, and the fenced words and facts. */
export interface Prompt {
  readonly instructions: string;
  readonly words: string;
}

const count = z._default(z.number().check(z.gte(0)), 0);

/** What a layer used. Servers that report nothing count as zero: tokens are told, never guessed. */
const UsageSchema = z.object({ inputTokens: count, outputTokens: count, costUsd: count, calls: count });

/** What comes back of a model: `request` is data that no schema has seen yet. */
export const ModelReplySchema = z.object({ request: z.unknown(), usage: z._default(UsageSchema, NO_USAGE) });
export type ModelReply = z.infer<typeof ModelReplySchema>;

/** A language model that fills a GenerationRequest; what it gives should be a ModelReply, and is unknown until the schema has seen it. It may hang, throw, answer nonsense or hold its thread: callers give it no trust and a bounded time. */
export interface Model {
  fill(prompt: Prompt, signal: AbortSignal): Promise<unknown>;
}
