import type { LocalModel } from './local-model.ts';

/** The wire protocols that models are spoken to by: Anthropic's Messages, and the chat completions of OpenAI. */
export const PROVIDERS = ['anthropic', 'openai'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** What a model is, where nobody names one: of each provider the one that is made for quick, everyday work. As of November 2026. */
export const DEFAULT_MODELS: Readonly<Record<Provider, string>> = {
  // platform.claude.com/docs/en/models/sonnet-5-5/overview
  anthropic: 'claude-sonnet-5-5',
  // developers.openai.com/api/docs/models/gpt-6.1-terra
  openai: 'gpt-6.1-terra',
};

/** Which model is asked, and how it is reached. Plain data. */
export interface ModelAccess {
  readonly provider: Provider;
  /** The provider's id of it. */
  readonly model: string;
  /** Of another server than the provider's own, without a slash at its end; null: the provider's own. */
  readonly baseUrl: string | null;
  /** Null where the server needs none. */
  readonly key: string | null;
}

export type ModelChoice =
  /** `note`: why there is none, where somebody might think that there is one. */
  | { readonly kind: 'none'; readonly note: string | null }
  /** `note`: why it is this one, where there were two. */
  | { readonly kind: 'model'; readonly access: ModelAccess; readonly note: string | null }
  /** It runs on the machine of the job, and is started when it is asked. */
  | { readonly kind: 'local'; readonly model: LocalModel; readonly note: null }
  /** It was asked for, but there is no key, as in the pull requests of forks. */
  | { readonly kind: 'keyless'; readonly why: string };

/** What a person says of models. */
export interface ModelInputs {
  readonly choice: ModelChoice;
  /** Tokens that a run may use, read and written together; null: as many as it takes. */
  readonly maxTokens: number | null;
  readonly maxCostUsd: number | null;
}
