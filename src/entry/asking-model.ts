import { proxyVariables } from '../clients/http/agents.ts';
import { meteredModel } from '../clients/models/metered.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { LayerAnswer } from '../domain/layer.ts';
import type { ProjectProfile } from '../domain/profile.ts';
import { readEnvironment } from '../inputs/environment.ts';
import { modelLayer } from '../prompt/model/layer.ts';
import { openingOf } from '../prompt/model/opening.ts';
import { stillAsked } from '../prompt/reader-layers.ts';
import { knownSecrets } from '../secrets/known.ts';
import { askedModelOf } from './asked-model.ts';
import type { Asking } from './asking.ts';

/** What a model says of all wishes. Rejects with the codes that begin with `MODEL_` and `LOCAL_MODEL_`, CHECKSUM_MISMATCH, and DEADLINE_EXCEEDED. */
export async function askModel(asking: Asking, profile: ProjectProfile, deadline: Deadline): Promise<LayerAnswer> {
  const { context, host } = asking;
  const wishes = stillAsked(asking.heard);
  const { maxTokens, maxCostUsd } = asking.model;
  const { variables } = readEnvironment(false);
  const proxies = proxyVariables(variables);
  const { model: asked, answerer, isFree } = askedModelOf(asking, { deadline, proxies });
  const prices = context.configuration?.settings.prices ?? {};
  const { model: name } = answerer;
  const price = isFree ? FREE : Object.hasOwn(prices, name) ? (prices[name] ?? null) : null;
  const metered = meteredModel(asked, { maxTokens, maxCostUsd, price, name });
  const model = host?.remembering(metered, answerer, deadline) ?? metered;
  const opening = await openingOf({ wishes, profile, context, known: knownSecrets(variables) });
  return modelLayer({ model, opening }).propose(deadline);
}

const FREE = { input: 0, output: 0 };
