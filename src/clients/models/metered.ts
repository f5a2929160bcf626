import { ActionError } from '../../domain/errors.ts';
import { type Conversation, type Model, ModelReplySchema } from '../../domain/model.ts';
import type { ModelInputs } from '../../domain/provider.ts';
import { addUsage, costOf, NO_USAGE, type Price, priced, type Usage } from '../../domain/usage.ts';

export interface Meter extends Pick<ModelInputs, 'maxTokens' | 'maxCostUsd'> {
  /** Null where nobody knows it. */
  readonly price: Price | null;
  /** Of the model. */
  readonly name: string;
}

/** An answer that could not even hold a question. */
const LEAST_OUTPUT_TOKENS = 256;

/** Rather too many than too few: what is sent is mostly plain words and JSON, with three or four characters a token. */
const CHARACTERS_OF_A_TOKEN = 3;

/**
 * A model that says what its answers cost, and is not asked any more where that would be more than a run may use. Rejects with
 * MODEL_BUDGET_SPENT, and with what the model does.
 */
export function meteredModel(model: Model, meter: Meter): Model {
  let spent: Usage = NO_USAGE;
  return {
    reply: async (conversation, signal) => {
      const inputTokens = Math.ceil(JSON.stringify(conversation).length / CHARACTERS_OF_A_TOKEN);
      const left = outputLeft(meter, addUsage(spent, priced({ ...NO_USAGE, inputTokens }, meter.price)));
      const mostOutputTokens = Math.min(conversation.mostOutputTokens, left);
      const told = await model.reply({ ...conversation, mostOutputTokens } satisfies Conversation, signal);
      const reply = ModelReplySchema.safeParse(told);
      if (!reply.success) return told;
      const usage = priced(reply.data.usage, meter.price);
      // A server that tells no tokens has used some all the same.
      spent = addUsage(spent, usage.inputTokens > 0 ? usage : priced({ ...usage, inputTokens }, meter.price));
      return { ...reply.data, usage };
    },
  };
}

/** How many tokens an answer may have; throws MODEL_BUDGET_SPENT where that is too few for one. `used` has what is about to be sent. */
function outputLeft({ maxTokens, maxCostUsd, price, name }: Meter, used: Usage): number {
  if (maxCostUsd !== null && price === null)
    throw new ActionError(
      'MODEL_BUDGET_SPENT',
      `max-cost-usd is ${maxCostUsd}, but settings.prices has no price of ${name}: what it costs is not known, so it is not asked.`,
    );
  const byTokens = maxTokens === null ? Number.POSITIVE_INFINITY : maxTokens - used.inputTokens - used.outputTokens;
  if (byTokens < LEAST_OUTPUT_TOKENS)
    throw new ActionError(
      'MODEL_BUDGET_SPENT',
      `max-tokens is ${maxTokens}: with about ${used.inputTokens + used.outputTokens} read and written, too few would be left for an answer.`,
    );
  const byCost = maxCostUsd === null || price === null ? Number.POSITIVE_INFINITY : affordable(maxCostUsd, price, used);
  if (byCost < LEAST_OUTPUT_TOKENS)
    throw new ActionError(
      'MODEL_BUDGET_SPENT',
      `max-cost-usd is ${maxCostUsd}: with about ${costOf(used, price ?? NOTHING)} spent, too little would be left for an answer.`,
    );
  return Math.min(byTokens, byCost);
}

const NOTHING: Price = { input: 0, output: 0 };

function affordable(maxCostUsd: number, price: Price, used: Usage): number {
  const left = maxCostUsd - costOf(used, price);
  return price.output === 0 && left >= 0 ? Number.POSITIVE_INFINITY : Math.floor((left / price.output) * 1_000_000);
}
