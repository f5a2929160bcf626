import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gateway } from '../../../rigs/models/gateway.ts';
import { startLiteLlm } from '../../../rigs/models/litellm.ts';
import { startMusistudio } from '../../../rigs/models/musistudio.ts';
import { type Behaviour, type ModelProvider, startProvider } from '../../../rigs/models/provider.ts';
import { PROVIDERS } from '../../../src/domain/provider.ts';
import { temporaryRepository } from '../../fakes/repository.ts';
import { haveTools } from '../../tools.ts';
import { ENOUGH_SECONDS } from './row.ts';
import { generateWithModel, type ModelRun } from './running.ts';
import { answer, FILES, GOOD, LINT } from './said.ts';

const QUESTION = { about: 'the Go code', text: 'With which linter?', choices: ['golangci-lint', 'go vet'] };

const BEHAVIOURS: readonly Behaviour[] = [
  { model: 'answers', input: GOOD },
  { model: 'asks', input: answer([], { questions: [QUESTION] }) },
  { model: 'chats', text: 'Sure! I would lint the Go code.' },
  { model: 'mends', input: GOOD, when: 'told' },
  { model: 'mends', input: answer([{ ...LINT, ensure: 'yes' }]) },
  { model: 'is-busy', error: { status: 429, message: 'slow down', retryAfter: 0 }, when: 'first' },
  { model: 'is-busy', input: GOOD },
  { model: 'is-closed', error: { status: 401, message: 'no such key' } },
];

type Outcome = Pick<ModelRun['document'], 'source'> & { readonly code: string | null };

/** Whoever stands between: the same is said, and the same comes of it. */
const SCENARIOS: readonly (readonly [model: string, outcome: Outcome])[] = [
  ['answers', { source: 'model', code: null }],
  ['asks', { source: 'detected', code: 'QUESTIONS' }],
  ['chats', { source: 'read', code: 'MODEL_ANSWER_INVALID' }],
  ['mends', { source: 'model', code: null }],
  ['is-busy', { source: 'model', code: null }],
  ['is-closed', { source: 'read', code: 'MODEL_UNAUTHORIZED' }],
];

const repository = temporaryRepository(FILES);
afterAll(() => repository[Symbol.asyncDispose]());

describe('Without anybody between', () => {
  playing(async (provider) => ({
    url: provider.url,
    key: 'sk-of-ours',
    nameOf: (model) => model,
    [Symbol.asyncDispose]: async () => {},
  }));
});

describe('Through @musistudio/llms', () => {
  playing((provider) => startMusistudio(provider.url, [...new Set(BEHAVIOURS.map(({ model }) => model))], inTime()));
});

describe.skipIf(!haveTools('litellm'))('Through LiteLLM', () => {
  playing((provider) => startLiteLlm(provider.url, inTime()));
});

function inTime(): AbortSignal {
  return AbortSignal.timeout(170_000);
}

function playing(start: (provider: ModelProvider) => Promise<Gateway>): void {
  let provider: ModelProvider;
  let gateway: Gateway;
  beforeAll(async () => {
    provider = await startProvider(BEHAVIOURS);
    gateway = await start(provider);
  });
  afterAll(async () => {
    await gateway?.[Symbol.asyncDispose]();
    await provider?.[Symbol.asyncDispose]();
  });

  describe.each(PROVIDERS)('by the protocol of %s', (protocol) => {
    it.each(SCENARIOS)('a model that %s', async (model, outcome) => {
      provider.reset();
      const { code, stderr, document } = await generateWithModel({
        repository: repository.path,
        provider: protocol,
        baseUrl: gateway.url,
        model: gateway.nameOf(model),
        key: gateway.key,
        seconds: ENOUGH_SECONDS,
      });
      expect({ code, stderr, verdict: document.report.verdict }).toEqual({ code: 0, stderr: '', verdict: 'pass' });
      expect({ source: document.source, code: document.fallback?.code ?? null }, document.fallback?.message).toEqual(
        outcome,
      );
      if (outcome.source === 'model') expect(document.usage.calls).toBeGreaterThan(0);
    });
  });
}
