import { describe, expect, it } from 'vitest';
import { deadlineFromNow } from '../../src/clients/deadline.ts';
import { ActionError } from '../../src/domain/errors.ts';
import type { LocalModel } from '../../src/domain/local-model.ts';
import type { ModelChoice } from '../../src/domain/provider.ts';
import { about } from '../../src/entry/action/about.ts';
import type { Job } from '../../src/entry/action/job.ts';

const ENDING = { kind: 'failed', trigger: null, error: new ActionError('EVENT_INVALID', 'No.') } as const;

async function modelIn(choice: ModelChoice) {
  const job = {
    at: '2026-11-26T00:00:00Z',
    inputs: { model: { choice, maxTokens: null, maxCostUsd: null } },
    runner: { run: {} },
    deadline: deadlineFromNow(1000),
  } as unknown as Job;
  return (await about(job, ENDING)).model;
}

const local = (model: LocalModel): ModelChoice => ({ kind: 'local', model, note: null });
const fileOf = (file: Extract<LocalModel, { runtime: 'llama-server' }>['file']) =>
  local({ runtime: 'llama-server', file, program: null });

describe('The model that the record names', () => {
  it.each<[string, ModelChoice]>([
    ['qwen3:8b', local({ runtime: 'ollama', name: 'qwen3:8b', digest: null, program: null })],
    ['small.gguf', fileOf({ kind: 'path', path: '/home/somebody/models/small.gguf', sha256: null })],
    ['small.gguf', fileOf({ kind: 'path', path: 'D:\\models\\small.gguf', sha256: null })],
    ['small.gguf', fileOf({ kind: 'fetched', url: 'https://a.example/b/small.gguf?token=c', sha256: 'd' })],
    ['large', { kind: 'model', access: { provider: 'openai', model: 'large', baseUrl: null, key: null }, note: null }],
  ])('is %s, without where it lies', async (name, choice) => {
    expect(await modelIn(choice)).toEqual({ name, prompt: expect.stringMatching(/^(sha256:)?[0-9a-f]{64}$/) });
  });

  it.each<ModelChoice>([
    { kind: 'none', note: null },
    { kind: 'keyless', why: 'There is no key.' },
  ])('is none where none can be asked: $kind', async (choice) => {
    expect(await modelIn(choice)).toBeNull();
  });
});
