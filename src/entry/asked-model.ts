import { type Answerer, answererOf, answererOn } from '../clients/cache/answerer.ts';
import { servedModel } from '../clients/local-model/local-model.ts';
import { type ProviderModel, providerModel } from '../clients/models/provider-model.ts';
import { ActionError } from '../domain/errors.ts';
import type { LocalModel } from '../domain/local-model.ts';
import type { Model } from '../domain/model.ts';
import type { Asking, ModelHost } from './asking.ts';

export interface AskedModel {
  readonly model: Model;
  readonly answerer: Answerer;
  /** Whether it costs nothing: it runs on the machine of the job. */
  readonly isFree: boolean;
}

/** The model that was chosen. Throws MODEL_KEY_MISSING where none can be asked. */
export function askedModelOf(
  { model: { choice }, home, host }: Asking,
  options: Omit<ProviderModel, 'access'>,
): AskedModel {
  const program = new URL('models.js', home);
  switch (choice.kind) {
    case 'model': {
      const { access } = choice;
      return { model: providerModel(program, { ...options, access }), answerer: answererOf(access), isFree: false };
    }
    case 'local':
      if (host === null) throw new ActionError('LOCAL_MODEL_MISSING', 'nothing here starts a model.');
      return {
        model: startedModel({ program, host, local: choice.model }, options),
        answerer: answererOn(choice.model),
        isFree: true,
      };
    case 'keyless':
      throw new ActionError('MODEL_KEY_MISSING', choice.why);
    case 'none':
      throw new ActionError('MODEL_KEY_MISSING', 'no model is configured.');
  }
}

interface Starts {
  readonly program: URL;
  readonly host: ModelHost;
  readonly local: LocalModel;
}

/** Started when it is first asked: what an earlier run has been told needs no server. No proxy stands before this machine. */
function startedModel({ program, host, local }: Starts, { deadline }: Omit<ProviderModel, 'access'>): Model {
  return {
    reply: async (conversation, signal) => {
      const { server, baseUrl, name } = await host.start(local, deadline);
      const access = { provider: 'openai', model: name, baseUrl, key: null } as const;
      const model = providerModel(program, { access, deadline, proxies: {} });
      return servedModel(model, server).reply(conversation, signal);
    },
  };
}
