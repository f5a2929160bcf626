/** A file that is fetched: nothing is used whose digest is not the one that was given. */
export interface Fetched {
  readonly url: string;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** A model that runs on the machine of the job, and what serves it. Plain data. */
export type LocalModel =
  | {
      readonly runtime: 'ollama';
      /** With or without a tag, as `ollama pull` takes it. */
      readonly name: string;
      /** What its manifest must be, in hexadecimal; null: whatever the name stands for today. */
      readonly digest: string | null;
      readonly program: Fetched | null;
    }
  | {
      readonly runtime: 'llama-server';
      readonly file: LocalFile;
      readonly program: Fetched | null;
    };

export type LocalFile =
  | ({ readonly kind: 'fetched' } & Fetched)
  /** `sha256` null: it lies outside of the workspace, where no pull request can put it. */
  | { readonly kind: 'path'; readonly path: string; readonly sha256: string | null };

export type Runtime = LocalModel['runtime'];

/** Of the program of a runtime, as it is looked for on PATH. */
export const PROGRAM_OF: Readonly<Record<Runtime, string>> = { ollama: 'ollama', 'llama-server': 'llama-server' };
