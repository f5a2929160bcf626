import { describe, expect, it } from 'vitest';
import { ActionError } from '../../src/domain/errors.ts';
import { DEFAULT_MODELS, type ModelChoice } from '../../src/domain/provider.ts';
import { readCommandLine } from '../../src/inputs/command-line.ts';
import { type ModelWords, type Naming, readModelInputs } from '../../src/inputs/model.ts';

const NAMING: Naming = { code: 'INPUT_INVALID', nameOf: (input) => input, keyOf: (provider) => `${provider}-api-key` };

const NOTHING: ModelWords = {
  provider: 'auto',
  model: '',
  baseUrl: '',
  keys: { anthropic: '', openai: '' },
  maxTokens: '',
  maxCostUsd: '',
};

const KEYS = { anthropic: 'sk-a', openai: 'sk-o' };
const LOCAL = 'http://127.0.0.1:8080';

describe('Who is asked', () => {
  it.each<[string, Partial<ModelWords>, ModelChoice]>([
    ['nobody, without a key', {}, { kind: 'none', note: null }],
    ['nobody, where nobody is wanted', { provider: 'none', keys: KEYS }, { kind: 'none', note: null }],
    [
      'nobody, and a model that was named is told of',
      { model: 'gpt-x' },
      { kind: 'none', note: 'No model is asked: model is gpt-x, but there is no key.' },
    ],
    ['the provider of the key', { keys: { ...NOTHING.keys, openai: 'sk-o' } }, own('openai', 'sk-o')],
    ['the provider that is named', { provider: 'openai', keys: KEYS }, own('openai', 'sk-o')],
    [
      'the first of two',
      { keys: KEYS },
      own(
        'anthropic',
        'sk-a',
        'There are keys of anthropic and openai; asked is anthropic, which comes first where nobody says. provider says it for sure.',
      ),
    ],
    [
      'of two the one whose model it is',
      { keys: KEYS, model: 'gpt-x' },
      own(
        'openai',
        'sk-o',
        'There are keys of anthropic and openai; asked is openai, whose model gpt-x is. provider says it for sure.',
        'gpt-x',
      ),
    ],
    [
      'nobody, where the key of the provider is missing',
      { provider: 'anthropic', model: 'x' },
      {
        kind: 'keyless',
        why: 'provider is anthropic, but anthropic-api-key is empty: set it, or leave the provider out.',
      },
    ],
    [
      'a server of others, without a key',
      { provider: 'anthropic', model: 'qwen3:4b', baseUrl: `${LOCAL}/v1/` },
      at('anthropic', LOCAL),
    ],
    [
      'one in the open, without a key that anybody could read on the way',
      { provider: 'openai', model: 'qwen3:4b', baseUrl: 'http://models.example' },
      at('openai', 'http://models.example/v1'),
    ],
    [
      'the same by the other protocol',
      { provider: 'openai', model: 'qwen3:4b', baseUrl: LOCAL },
      at('openai', `${LOCAL}/v1`),
    ],
  ])('is %s', (_, given, choice) => {
    expect(readModelInputs({ ...NOTHING, ...given }, NAMING).choice).toEqual(choice);
  });

  it('has a model of the provider’s where none is named', () => {
    expect(Object.values(DEFAULT_MODELS)).toEqual([expect.stringMatching(/^claude-/), expect.stringMatching(/^gpt-/)]);
  });
});

describe('Words about models that do not go together are refused in one sentence', () => {
  it.each<[string, Partial<ModelWords>, string]>([
    ['a model of nobody', { provider: 'none', model: 'x' }, 'model is given, but provider is none.'],
    [
      'a server and a model of nobody',
      { provider: 'none', model: 'x', baseUrl: LOCAL },
      'model and base-url are given, but',
    ],
    ['a server of no protocol', { baseUrl: LOCAL, keys: KEYS }, 'base-url needs provider'],
    ['a server without a model', { provider: 'openai', baseUrl: LOCAL }, 'base-url needs model'],
    ['what is no address', { provider: 'openai', model: 'x', baseUrl: 'localhost:80' }, 'base-url is no address'],
    ['a file', { provider: 'openai', model: 'x', baseUrl: 'file:///etc' }, 'base-url is no address'],
    [
      'a password in an address',
      { provider: 'openai', model: 'x', baseUrl: 'https://a:b@c.example' },
      'name or a password',
    ],
    [
      'a query in an address',
      { provider: 'openai', model: 'x', baseUrl: 'https://c.example/?a=b' },
      'a query or a fragment',
    ],
    [
      'a key for everybody to read',
      { provider: 'openai', model: 'x', baseUrl: 'http://c.example', keys: KEYS },
      'not encrypted',
    ],
    ['a model with a space', { model: 'gpt 6' }, 'model can have letters'],
    ['a key of two lines', { keys: { ...KEYS, openai: 'sk\n-o' } }, 'openai-api-key has spaces'],
    ['tokens that are no number', { maxTokens: '1e6' }, "max-tokens is '1e6'"],
    ['no tokens', { maxTokens: '0' }, "max-tokens is '0'"],
    ['no money', { maxCostUsd: '0.00' }, "max-cost-usd is '0.00'"],
    ['money of no kind', { maxCostUsd: '$1' }, "max-cost-usd is '$1'"],
  ])('%s', (_, given, words) => {
    const refused = () => readModelInputs({ ...NOTHING, ...given }, NAMING);
    expect(refused).toThrow(ActionError);
    expect(refused).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID', message: expect.stringContaining(words) }),
    );
  });

  it('and no sentence has a key in it', () => {
    const key = 'sk-secret\n';
    expect(() => readModelInputs({ ...NOTHING, keys: { anthropic: key, openai: key } }, NAMING)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('sk-secret') }),
    );
  });
});

describe('The command line', () => {
  it('takes keys of the environment, and limits', () => {
    const argv = ['generate', '--max-tokens', '9000', '--max-cost-usd', '0.5'];
    expect(readCommandLine(argv, { ANTHROPIC_API_KEY: ' sk-a ' })).toMatchObject({
      model: { choice: own('anthropic', 'sk-a'), maxTokens: 9000, maxCostUsd: 0.5 },
    });
  });

  it('asks for a key where there is none', () => {
    expect(() => readCommandLine(['request', '--provider', 'openai', 'lint it'], {})).toThrow(
      expect.objectContaining({
        code: 'USAGE',
        message: '--provider is openai, but OPENAI_API_KEY is empty: set it, or leave the provider out.',
      }),
    );
  });
});

function own(provider: 'anthropic' | 'openai', key: string, note: string | null = null, model?: string): ModelChoice {
  return { kind: 'model', access: { provider, model: model ?? DEFAULT_MODELS[provider], baseUrl: null, key }, note };
}

function at(provider: 'anthropic' | 'openai', baseUrl: string): ModelChoice {
  return { kind: 'model', access: { provider, model: 'qwen3:4b', baseUrl, key: null }, note: null };
}
