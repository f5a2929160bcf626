import type { ModelAccess } from '../../domain/provider.ts';

/** What the thread of a model is told beside the conversation: plain data, for it sees nothing else of the job. */
export interface ModelSetting {
  readonly access: ModelAccess;
  /** When an answer must be there, on the clock of the process, which is that of its threads too. */
  readonly endsAt: number;
  /** The variables that name proxies. */
  readonly proxies: Readonly<Record<string, string>>;
}

/** What a thread gives back: faults are data, since an error loses its code on the way. */
export type Told =
  | { readonly kind: 'reply'; readonly reply: unknown }
  | { readonly kind: 'fault'; readonly code: string; readonly message: string };
