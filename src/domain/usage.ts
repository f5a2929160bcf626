/** What a layer used of a model. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Of what has a price. */
  readonly costUsd: number;
  readonly calls: number;
  /** Tokens of a model that has no price in the settings: what they cost is not known. Left out where there are none. */
  readonly unpricedTokens?: number | undefined;
}

/** US dollars per million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

export const NO_USAGE: Usage = { inputTokens: 0, outputTokens: 0, costUsd: 0, calls: 0 };

/** The sum of two uses, field by field. */
export function addUsage(a: Usage, b: Usage): Usage {
  const unpriced = (a.unpricedTokens ?? 0) + (b.unpricedTokens ?? 0);
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    costUsd: roundedDollars(a.costUsd + b.costUsd),
    calls: a.calls + b.calls,
    ...(unpriced > 0 ? { unpricedTokens: unpriced } : {}),
  };
}

/** The same use with what it cost; null: nobody knows the price. */
export function priced({ inputTokens, outputTokens, calls }: Usage, price: Price | null): Usage {
  const tokens = { inputTokens, outputTokens, calls };
  if (price !== null) return { ...tokens, costUsd: costOf({ inputTokens, outputTokens }, price) };
  const unpriced = inputTokens + outputTokens;
  return { ...tokens, costUsd: 0, ...(unpriced > 0 ? { unpricedTokens: unpriced } : {}) };
}

/** In US dollars. */
export function costOf(
  { inputTokens, outputTokens }: Pick<Usage, 'inputTokens' | 'outputTokens'>,
  price: Price,
): number {
  return roundedDollars((inputTokens * price.input + outputTokens * price.output) / 1_000_000);
}

/** To the millionth: below it stands what floating-point numbers have lost. */
function roundedDollars(dollars: number): number {
  return Math.round(dollars * 1_000_000) / 1_000_000;
}
