import * as z from 'zod/mini';

/** What a model is told: our instructions, and the fenced words and facts. */
export interface Prompt {
  readonly instructions: string;
  readonly words: string;
}

const count = z._default(z.number().check(z.gte(0)), 0);

/** What a layer used. Servers that report nothing count as zero: tokens are told, never guessed. */
export const UsageSchema = z.object({ inputTokens: count, outputTokens: count, costUsd: count, calls: count });
export type Usage = Readonly<z.infer<typeof UsageSchema>>;

export const NO_USAGE: Usage = { inputTokens: 0, outputTokens: 0, costUsd: 0, calls: 0 };

/** What comes back of a model: `request` is data that no schema has seen yet. */
export const ModelReplySchema = z.object({ request: z.unknown(), usage: z._default(UsageSchema, NO_USAGE) });
export type ModelReply = z.infer<typeof ModelReplySchema>;

/** A language model that fills a GenerationRequest; what it gives should be a ModelReply, and is unknown until the schema has seen it. It may hang, throw, answer nonsense or hold its thread: callers give it no trust and a bounded time. */
export interface Model {
  fill(prompt: Prompt, signal: AbortSignal): Promise<unknown>;
}

/** The sum of two uses, field by field. */
export function addUsage(a: Usage, b: Usage): Usage {
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    costUsd: a.costUsd + b.costUsd,
    calls: a.calls + b.calls,
  };
}
