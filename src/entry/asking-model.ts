import { proxyVariables } from '../clients/http/agents.ts';
import { meteredModel } from '../clients/models/metered.ts';
import { providerModel } from '../clients/models/provider-model.ts';
import type { Deadline } from '../domain/deadline.ts';
import { ActionError } from '../domain/errors.ts';
import type { LayerAnswer } from '../domain/layer.ts';
import type { ProjectProfile } from '../domain/profile.ts';
import type { ModelInputs } from '../domain/provider.ts';
import type { RepositoryContext } from '../domain/repository.ts';
import type { Wish } from '../domain/wish.ts';
import { readEnvironment } from '../inputs/environment.ts';
import { modelLayer } from '../prompt/model/layer.ts';
import { openingOf } from '../prompt/model/opening.ts';
import type { Home } from './home.ts';

/** What was asked for in words, and who may be asked what it means. */
export interface Asking {
  /** Lowest first. */
  readonly wishes: readonly Wish[];
  readonly model: ModelInputs;
  readonly context: RepositoryContext;
  readonly home: Home;
}

/** What a model says of all wishes. Rejects with the codes that begin with `MODEL_`, and DEADLINE_EXCEEDED. */
export async function askModel(asking: Asking, profile: ProjectProfile, deadline: Deadline): Promise<LayerAnswer> {
  const { wishes, context, home } = asking;
  const { choice, maxTokens, maxCostUsd } = asking.model;
  if (choice.kind !== 'model')
    throw new ActionError('MODEL_KEY_MISSING', choice.kind === 'keyless' ? choice.why : 'no model is configured.');
  const { access } = choice;
  const proxies = proxyVariables(readEnvironment(false).variables);
  const asked = providerModel(new URL('models.js', home), { access, deadline, proxies });
  const prices = context.configuration?.settings.prices ?? {};
  const price = Object.hasOwn(prices, access.model) ? (prices[access.model] ?? null) : null;
  const model = meteredModel(asked, { maxTokens, maxCostUsd, price, name: access.model });
  const opening = await openingOf({ wishes, profile, context });
  return modelLayer({ model, opening, otherwise: [] }).propose(deadline);
}
