import type { Usage } from '../domain/usage.ts';

/** What a model was used for, as a sentence without its end; null where none was. */
export function usageWords({ calls, inputTokens, outputTokens, costUsd, unpricedTokens = 0 }: Usage): string | null {
  if (calls === 0) return null;
  const times = calls === 1 ? 'once' : `${calls} times`;
  return `A model was asked ${times}: ${inputTokens} tokens read, ${outputTokens} written, ${costWords(costUsd, unpricedTokens)}`;
}

function costWords(costUsd: number, unpricedTokens: number): string {
  if (unpricedTokens === 0) return `$${plainDollars(costUsd)}`;
  return 'cost not known: settings.prices has no price of it';
}

/** To the millionth, without an exponent. */
function plainDollars(dollars: number): string {
  return dollars.toFixed(6).replace(/0{1,4}$/, '');
}
