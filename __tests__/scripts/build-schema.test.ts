import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { configurationSchemaText, requestSchemaText } from '../../scripts/request-schema.ts';
import { ConfigurationSchema } from '../../src/domain/configuration.ts';
import { type GenerationRequest, GenerationRequestSchema } from '../../src/domain/request.ts';

const published = readFileSync(
  fileURLToPath(new URL('../../docs/generation-request.schema.json', import.meta.url)),
  'utf8',
);

describe('The published JSON Schema of configurations', () => {
  const text = readFileSync(new URL('../../docs/agent-generate.schema.json', import.meta.url), 'utf8');

  it('is what its source makes: run `node scripts/build-schema.ts` otherwise', () => {
    expect(text).toBe(configurationSchemaText());
  });

  it('takes and refuses what the program does', () => {
    const judge = z.fromJSONSchema(JSON.parse(text));
    const all = { all: true } as const;
    const configurations: unknown[] = [
      { version: 1 },
      { version: 1, settings: { existing: 'replace', paths: { exclude: ['a/**'] } } },
      { version: 1, request: { intents: [{ kind: 'timeout', for: all, minutes: 5 }] } },
      { version: 1, settings: { existing: 'both' } },
      { version: 1, setting: {} },
      { version: 1, request: { intents: [{ kind: 'timeout', for: all, minutes: 500 }] } },
      {},
    ];
    const judged = configurations.map((one) => judge.safeParse(one).success);
    expect(judged).toEqual([true, true, true, false, false, false, false]);
    expect(configurations.map((one) => ConfigurationSchema.safeParse(one).success)).toEqual(judged);
  });
});

describe('The published JSON Schema of requests', () => {
  it('is what its source makes: run `node scripts/build-schema.ts` otherwise', () => {
    expect(published).toBe(requestSchemaText());
  });

  it('is of the newest draft, has a title, and closes every object', () => {
    const schema: unknown = JSON.parse(published);
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false,
    });
    expect(objectsIn(schema).filter((one) => one.additionalProperties !== false)).toEqual([]);
  });

  it('takes and refuses what the program does', () => {
    const judge = z.fromJSONSchema(JSON.parse(published));
    const all = { all: true } as const;
    const requests: unknown[] = [
      { version: 1, intents: [] },
      { version: 1, intents: [{ kind: 'check', for: all, check: 'lint', ensure: true }] },
      { version: 1, intents: [{ kind: 'trigger', on: 'schedule', ensure: true, cron: '0 3 * * 1' }] },
      { version: 2, intents: [] },
      { version: 1, intents: [{ kind: 'check', for: all, check: 'spelling', ensure: true }] },
      { version: 1, intents: [{ kind: 'check', for: { everything: true }, check: 'lint', ensure: true }] },
      { version: 1, intents: [{ kind: 'timeout', for: all, minutes: 361 }] },
      { version: 1, intents: [{ kind: 'timeout', for: all, minutes: 5, more: 1 }] },
      { version: 1, intents: [{ kind: 'trigger', on: 'schedule', ensure: true, cron: 'nightly' }] },
      { version: 1, intents: [{ kind: 'custom', for: all, name: 'a', command: 'echo ${{ secrets.X }}' }] },
      { version: 1, intents: [{ kind: 'runner', for: all, labels: [] }] },
    ];
    const verdicts = requests.map((request) => GenerationRequestSchema.safeParse(request).success);
    expect(verdicts).toEqual([true, true, true, ...Array.from({ length: 8 }, () => false)]);
    expect(requests.map((request) => judge.safeParse(request).success)).toEqual(verdicts);
  });

  it('knows every kind of intent', () => {
    const kinds = new Set([...published.matchAll(/"const": "([a-z]+)"/g)].map(([, kind]) => kind));
    const known: GenerationRequest['intents'][number]['kind'][] = [
      'check',
      'matrix',
      'service',
      'trigger',
      'image',
      'publish',
      'chart',
      'deploy',
      'runner',
      'timeout',
      'custom',
    ];
    expect([...kinds].sort()).toEqual(known.sort());
  });
});

function objectsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === 'object' ? [value as Readonly<Record<string, unknown>>] : [];
  return [...own, ...Object.values(value).flatMap(objectsIn)];
}
