import { describe, expect, it } from 'vitest';
import { GenerationRequestSchema } from '../../src/domain/request.ts';
import { detectedRequest, minimalRequest } from '../../src/generate/detected.ts';
import { command, lint, need, profileOf, service, unit, unitOf } from './profiles.ts';

describe('The lowest layer', () => {
  it('is triggers alone', () => {
    expect(minimalRequest().intents.map((intent) => intent.kind === 'trigger' && intent.on)).toEqual([
      'pull_request',
      'push',
      'manual',
    ]);
  });
});

describe('What the repository shows by itself', () => {
  it('is nothing where nothing was found', () => {
    expect(detectedRequest(profileOf([]))).toEqual({ version: 1, intents: [] });
  });

  it('is each check that some unit has a command for, for all, so that anybody can narrow it', () => {
    const web = unitOf('pnpm', {
      directory: 'web',
      commands: { install: [], lint: [lint('typecheck', 'pnpm tsc')], test: [], build: [command('pnpm build')] },
    });
    const { intents } = detectedRequest(profileOf([unit({ directory: 'cart' }), web]));
    expect(intents).toEqual(
      ['lint', 'format', 'typecheck', 'test', 'build'].map((check) => ({
        kind: 'check',
        for: { all: true },
        check,
        ensure: true,
      })),
    );
  });

  it('is a container for each need but a cluster, where the need is, and images that are pushed nowhere', () => {
    const { intents } = detectedRequest(
      profileOf(
        [unit({ directory: 'cart', needs: [need('postgres', { version: '16' }), need('kubernetes')] })],
        [service('cart')],
      ),
    );
    expect(intents.slice(-2)).toEqual([
      { kind: 'service', for: { path: 'cart' }, service: 'postgres' },
      { kind: 'image', for: { all: true }, push: 'never' },
    ]);
  });

  it('is a request that a person could have written', () => {
    const found = detectedRequest(profileOf([unit({ needs: [need('redis')] })], [service('cart')]));
    expect(GenerationRequestSchema.parse(found)).toEqual(found);
    expect(GenerationRequestSchema.parse(minimalRequest())).toEqual(minimalRequest());
  });
});
