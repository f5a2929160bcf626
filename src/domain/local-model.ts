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

/** What a person calls it: of a file its name, without where it lies or comes from. */
export function nameOfLocal(model: LocalModel): string {
  switch (model.runtime) {
    case 'ollama':
      return model.name;
    case 'llama-server': {
      const { file } = model;
      const path = file.kind === 'path' ? file.path : new URL(file.url).pathname;
      return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
  }
}
