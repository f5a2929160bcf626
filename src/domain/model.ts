/** What a model is told: our instructions, and the fenced words and facts. */
export interface Prompt {
  readonly instructions: string;
  readonly words: string;
}

export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costUsd: number;
  readonly calls: number;
}

/** What came back: data that no schema has seen yet. */
export interface ModelReply {
  readonly request: unknown;
  readonly usage: Usage;
}

/** A language model that fills a GenerationRequest. It may hang, throw, answer nonsense or hold its thread: callers give it no trust and a bounded time. */
export interface Model {
  fill(prompt: Prompt, signal: AbortSignal): Promise<ModelReply>;
}

export const NO_USAGE: Usage = { inputTokens: 0, outputTokens: 0, costUsd: 0, calls: 0 };
