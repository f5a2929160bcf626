import { ActionError } from '../domain/errors.ts';
import type { ModelInputs, Provider } from '../domain/provider.ts';
import { type ModelWords, type Naming, readModelInputs } from './model.ts';

/** The options of models, as they were parsed. */
export interface ModelOptions {
  readonly model?: string | undefined;
  readonly 'base-url'?: string | undefined;
  readonly 'max-tokens'?: string | undefined;
  readonly 'max-cost-usd'?: string | undefined;
  /** Nothing is sent then, so no key is needed. */
  readonly 'show-prompt'?: boolean;
}

const KEYS: Readonly<Record<Provider, string>> = { anthropic: 'ANTHROPIC_API_KEY', openai: 'OPENAI_API_KEY' };

const NAMING: Naming = { code: 'USAGE', nameOf: (input) => `--${input}`, keyOf: (provider) => KEYS[provider] };

/** Keys stand in the environment alone: an argument is seen by everybody on the machine. Throws USAGE. */
export function modelOf(
  options: ModelOptions & Pick<ModelWords, 'provider'>,
  environment: Readonly<Record<string, string | undefined>>,
): ModelInputs {
  const keyOf = (provider: Provider) => (environment[KEYS[provider]] ?? '').trim();
  const inputs = readModelInputs(
    {
      provider: options.provider,
      model: options.model ?? '',
      baseUrl: options['base-url'] ?? '',
      keys: { anthropic: keyOf('anthropic'), openai: keyOf('openai') },
      maxTokens: options['max-tokens'] ?? '',
      maxCostUsd: options['max-cost-usd'] ?? '',
    },
    NAMING,
  );
  // Whoever starts it is there to give one; in a job of GitHub it may be a fork that has none.
  if (inputs.choice.kind === 'keyless' && options['show-prompt'] !== true)
    throw new ActionError('USAGE', inputs.choice.why);
  return inputs;
}
