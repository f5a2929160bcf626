import type { LocalModel } from '../../domain/local-model.ts';
import type { ModelAccess } from '../../domain/provider.ts';

/** Whose answers they are: what another model said, or the same one behind another address, is not its answer. */
export interface Answerer {
  readonly protocol: string;
  readonly model: string;
  /** Where it is asked; of a model on this machine the digest of its file; null: that is not known, so nothing is kept. */
  readonly at: string | null;
}

/** A model of a server. */
export function answererOf({ provider, model, baseUrl }: ModelAccess): Answerer {
  return { protocol: provider, model, at: baseUrl ?? provider };
}

/** A model on this machine. */
export function answererOn(model: LocalModel): Answerer {
  return { protocol: model.runtime, model: nameOf(model), at: identityOf(model) };
}

function nameOf(model: LocalModel): string {
  switch (model.runtime) {
    case 'ollama':
      return model.name;
    case 'llama-server':
      return model.file.kind === 'path' ? model.file.path : model.file.url;
  }
}

/** The digest where there is one. Of a name that stands for another model one day no more can be said than the name. */
function identityOf(model: LocalModel): string | null {
  switch (model.runtime) {
    case 'ollama':
      return model.digest ?? model.name;
    case 'llama-server':
      return model.file.sha256;
  }
}
