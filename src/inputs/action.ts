import { getInput } from '@actions/core';
import { FAIL_ON } from '../domain/configuration.ts';
import { ActionError } from '../domain/errors.ts';
import type { ModelInputs, Provider } from '../domain/provider.ts';
import { CONFIGURATION_PATH } from '../domain/repository.ts';
import { readLocalModel } from './local-model.ts';
import { type Naming, PROVIDER_WORDS, readModelInputs } from './model.ts';

const DELIVERIES = ['comment', 'commit', 'pull-request', 'none'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** What the workflow gave the action, keyed as in action.yml. */
export interface ActionInputs {
  readonly request: string | null;
  readonly model: ModelInputs;
  /** Whether answers and models are kept for later runs. */
  readonly cache: boolean;
  readonly githubToken: string;
  readonly timeoutSeconds: number;
  readonly deliver: 'comment' | 'none';
  readonly failOn: FailOn | null;
  /** Relative to the workspace; null where no file is wanted. */
  readonly recordFile: string | null;
  readonly id: string;
}

/** What must never be seen in a log, whatever else is wrong with the inputs. */
export function readSecrets(): string[] {
  return SECRETS.map((name) => getInput(name)).filter((value) => value !== '');
}

const SECRETS = ['github-token', 'write-token', 'anthropic-api-key', 'openai-api-key'];

/** Throws INPUT_INVALID for what is no value of the input, NOT_AVAILABLE_YET for what a later version does. */
export function readActionInputs(): ActionInputs {
  assertAvailable();
  const deliver = oneOf('deliver', DELIVERIES) ?? 'comment';
  if (deliver === 'commit' || deliver === 'pull-request')
    throw new ActionError(
      'NOT_AVAILABLE_YET',
      `deliver: ${deliver} comes in a later version; this one has comment and none.`,
    );
  return {
    request: orNull(getInput('request')),
    model: readModel(),
    cache: oneOf('cache', ['true', 'false']) !== 'false',
    githubToken: getInput('github-token'),
    timeoutSeconds: readTimeout(),
    deliver,
    failOn: oneOf('fail-on', FAIL_ON),
    recordFile: orNull(getInput('record-file')),
    id: readId(),
  };
}

const KEYS: Readonly<Record<Provider, string>> = { anthropic: 'anthropic-api-key', openai: 'openai-api-key' };

const NAMING: Naming = { code: 'INPUT_INVALID', nameOf: (input) => input, keyOf: (provider) => KEYS[provider] };

function readModel(): ModelInputs {
  const provider = oneOf('provider', PROVIDER_WORDS) ?? 'auto';
  const inputs = readModelInputs(
    {
      provider,
      model: getInput('model'),
      baseUrl: getInput('base-url'),
      keys: { anthropic: getInput(KEYS.anthropic), openai: getInput(KEYS.openai) },
      maxTokens: getInput('max-tokens'),
      maxCostUsd: getInput('max-cost-usd'),
    },
    NAMING,
  );
  const local = readLocalModel(
    {
      model: getInput('local-model'),
      checksum: getInput('local-model-checksum'),
      server: getInput('local-server'),
      serverChecksum: getInput('local-server-checksum'),
      others: [provider === 'auto' ? '' : 'provider', getInput('model') && 'model', getInput('base-url') && 'base-url'],
    },
    process.env.GITHUB_WORKSPACE ?? '',
  );
  return local === null ? inputs : { ...inputs, choice: { kind: 'local', model: local, note: null } };
}

/** Inputs that later versions mind are refused rather than passed over in silence; a token for a delivery is, with that delivery. */
function assertAvailable(): void {
  const asked = [
    getInput('policies') === '' ? '' : 'policies',
    ['', CONFIGURATION_PATH].includes(getInput('config')) ? '' : `config: ${getInput('config')}`,
    ['', 'github'].includes(getInput('targets')) ? '' : `targets: ${getInput('targets')}`,
  ].filter((it) => it !== '');
  if (asked.length > 0)
    throw new ActionError('NOT_AVAILABLE_YET', `${asked.join(' and ')}: this version cannot do that yet.`);
}

/** Null where nothing was given. Throws INPUT_INVALID. */
export function oneOf<T extends string>(name: string, values: readonly T[]): T | null {
  const given = getInput(name);
  if (given === '') return null;
  const value = values.find((it) => it === given);
  if (value !== undefined) return value;
  throw new ActionError('INPUT_INVALID', `${name} is '${given}'; it can be ${values.join(', ')}.`);
}

const MOST_SECONDS = 300;

/** Throws INPUT_INVALID. */
export function readTimeout(): number {
  const given = getInput('timeout-seconds') || String(MOST_SECONDS);
  const seconds = /^\d{1,6}$/.test(given) ? Number(given) : 0;
  if (seconds >= 1 && seconds <= MOST_SECONDS) return seconds;
  throw new ActionError(
    'INPUT_INVALID',
    `timeout-seconds is '${given}'; it must be a whole number from 1 to ${MOST_SECONDS}.`,
  );
}

function readId(): string {
  const id = getInput('id') || 'default';
  if (/^[a-z0-9][a-z0-9-]{0,39}$/.test(id)) return id;
  throw new ActionError('INPUT_INVALID', `id is '${id}'; it can have small letters, digits and dashes, at most 40.`);
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
