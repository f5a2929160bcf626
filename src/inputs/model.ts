import { ActionError, type ErrorCode } from '../domain/errors.ts';
import { DEFAULT_MODELS, type ModelChoice, type ModelInputs, PROVIDERS, type Provider } from '../domain/provider.ts';
import { readBaseUrl } from './base-url.ts';

export const PROVIDER_WORDS = ['auto', ...PROVIDERS, 'none'] as const;

/** What a person gave, as texts; empty where nothing was given. */
export interface ModelWords {
  readonly provider: (typeof PROVIDER_WORDS)[number];
  readonly model: string;
  readonly baseUrl: string;
  readonly keys: Readonly<Record<Provider, string>>;
  readonly maxTokens: string;
  readonly maxCostUsd: string;
}

/** How inputs are called where they were given, and the code of what is wrong with them. */
export interface Naming {
  readonly code: ErrorCode;
  nameOf(input: 'provider' | 'model' | 'base-url' | 'max-tokens' | 'max-cost-usd'): string;
  keyOf(provider: Provider): string;
}

/** Throws the code of `naming`, with one sentence. Nothing is asked yet. */
export function readModelInputs(words: ModelWords, naming: Naming): ModelInputs {
  const refuse = (message: string) => new ActionError(naming.code, message);
  const { nameOf } = naming;
  if (words.model !== '' && !/^[\w.,:/@+-]{1,200}$/.test(words.model))
    throw refuse(`${nameOf('model')} can have letters, digits and . , : / @ + - _, at most 200.`);
  for (const provider of PROVIDERS)
    if (!/^[\x21-\x7e]*$/.test(words.keys[provider]))
      throw refuse(`${naming.keyOf(provider)} has spaces, line breaks or other characters that no key has.`);
  return {
    choice: choose(words, naming),
    maxTokens: limit(words.maxTokens, /^[1-9]\d{0,8}$/, () =>
      refuse(`${nameOf('max-tokens')} is '${words.maxTokens}'; it must be a whole number from 1 to 999999999.`),
    ),
    maxCostUsd: limit(words.maxCostUsd, /^(?=.*[1-9])\d{1,6}(\.\d{1,6})?$/, () =>
      refuse(`${nameOf('max-cost-usd')} is '${words.maxCostUsd}'; it must be US dollars above 0, such as 0.50.`),
    ),
  };
}

function limit(given: string, shape: RegExp, refuse: () => ActionError): number | null {
  if (given === '') return null;
  if (shape.test(given)) return Number(given);
  throw refuse();
}

function choose(words: ModelWords, naming: Naming): ModelChoice {
  const { provider, model, baseUrl } = words;
  const { code, nameOf } = naming;
  const given = [model === '' ? [] : [nameOf('model')], baseUrl === '' ? [] : [nameOf('base-url')]].flat();
  if (provider === 'none' && given.length > 0)
    throw new ActionError(
      code,
      `${given.join(' and ')} ${given.length > 1 ? 'are' : 'is'} given, but ${nameOf('provider')} is none.`,
    );
  if (provider === 'none') return { kind: 'none', note: null };
  if (provider !== 'auto') return chooseOf(provider, null, words, naming);
  if (baseUrl !== '')
    throw new ActionError(
      code,
      `${nameOf('base-url')} needs ${nameOf('provider')}, which says the protocol that the server speaks: ${PROVIDERS.join(' or ')}.`,
    );
  return chooseByKey(words, naming);
}

function chooseByKey(words: ModelWords, naming: Naming): ModelChoice {
  const known = PROVIDERS.filter((provider) => words.keys[provider] !== '');
  const [first, second] = known;
  if (first === undefined) {
    const note = `No model is asked: ${naming.nameOf('model')} is ${words.model}, but there is no key.`;
    return { kind: 'none', note: words.model === '' ? null : note };
  }
  if (second === undefined) return chooseOf(first, null, words, naming);
  const named = makerOf(words.model);
  const taken = named ?? first;
  const why = named === null ? 'which comes first where nobody says' : `whose model ${words.model} is`;
  const note = `There are keys of ${known.join(' and ')}; asked is ${taken}, ${why}. ${naming.nameOf('provider')} says it for sure.`;
  return chooseOf(taken, note, words, naming);
}

/** Whose model it is, where its name tells. */
function makerOf(model: string): Provider | null {
  if (model.startsWith('claude-')) return 'anthropic';
  return /^(gpt-|chatgpt-|o\d)/.test(model) ? 'openai' : null;
}

function chooseOf(provider: Provider, note: string | null, words: ModelWords, naming: Naming): ModelChoice {
  const { model, keys } = words;
  const key = keys[provider] === '' ? null : keys[provider];
  if (words.baseUrl === '') {
    if (key === null)
      return {
        kind: 'keyless',
        why: `${naming.nameOf('provider')} is ${provider}, but ${naming.keyOf(provider)} is empty: set it, or leave the provider out.`,
      };
    return { kind: 'model', access: { provider, model: model || DEFAULT_MODELS[provider], baseUrl: null, key }, note };
  }
  const { code, nameOf } = naming;
  if (model === '')
    throw new ActionError(
      code,
      `${nameOf('base-url')} needs ${nameOf('model')}: what that server has, nobody here knows.`,
    );
  const read = readBaseUrl(words.baseUrl, provider, key !== null);
  if ('fault' in read) throw new ActionError(code, `${nameOf('base-url')} ${read.fault}`);
  return { kind: 'model', access: { provider, model, baseUrl: read.baseUrl, key }, note };
}
