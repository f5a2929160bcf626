import type { Answerer } from '../clients/cache/answerer.ts';
import type { RunningModel } from '../clients/local-model/running.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { LocalModel } from '../domain/local-model.ts';
import type { Model } from '../domain/model.ts';
import type { ModelInputs } from '../domain/provider.ts';
import type { RepositoryContext } from '../domain/repository.ts';
import type { ResolvedWish, Wish } from '../domain/wish.ts';
import type { Home } from './home.ts';

/** What was asked for in words, and who may be asked what it means. */
export interface Asking {
  /** Lowest first. */
  readonly heard: readonly ResolvedWish[];
  readonly model: ModelInputs;
  readonly context: RepositoryContext;
  readonly home: Home;
  /** Null: what a model said is not kept, and none is started here. */
  readonly host: ModelHost | null;
}

/** What the job lends to a model. */
export interface ModelHost {
  /** A model on this machine; started once, when it is first asked for. Rejects with the codes that begin with `LOCAL_MODEL_`, and CHECKSUM_MISMATCH. */
  start(model: LocalModel, deadline: Deadline): Promise<RunningModel>;
  /** The same model, asked only for what it has not said before. */
  remembering(model: Model, answerer: Answerer, deadline: Deadline): Model;
}

interface Told {
  readonly wishes: readonly Wish[];
  readonly model: ModelInputs;
}

/** What a person should know about who is asked; none where nothing is. */
export function notesOfAsking({ wishes, model }: Told): readonly string[] {
  const note = model.choice.kind === 'keyless' ? null : model.choice.note;
  return wishes.length === 0 || note === null ? [] : [note];
}
