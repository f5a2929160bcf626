import { describe, expect, it } from 'vitest';
import type { GenerationRequest, Intent, Selector } from '../../src/domain/request.ts';
import { identityOf, mergeRequests } from '../../src/generate/merge-requests.ts';
import { numbers } from './numbers.ts';
import { requestOf } from './profiles.ts';

const lintAll = { kind: 'check', for: { all: true }, check: 'lint', ensure: true } satisfies Intent;

describe('A stack of requests', () => {
  it('amends a wish of equal identity field by field, and keeps what the later one does not say', () => {
    const merged = mergeRequests([
      requestOf({ ...lintAll, tool: 'eslint', command: 'pnpm lint' }),
      requestOf({ ...lintAll, tool: 'biome' }),
    ]);
    expect(merged.intents).toEqual([{ ...lintAll, tool: 'biome', command: 'pnpm lint' }]);
  });

  it('keeps a removal as a wish, which a later one takes back', () => {
    const removal = { ...lintAll, ensure: false };
    expect(mergeRequests([requestOf(lintAll), requestOf(removal)]).intents).toEqual([removal]);
    expect(mergeRequests([requestOf(removal), requestOf(lintAll)]).intents).toEqual([lintAll]);
  });

  it('keeps the removal for one service beside the wish for all', () => {
    const narrow = { ...lintAll, for: { service: 'cart' }, ensure: false } satisfies Intent;
    expect(mergeRequests([requestOf(lintAll), requestOf(narrow)]).intents).toEqual([lintAll, narrow]);
  });

  it('leaves each wish in the place where it was first said', () => {
    const build = { ...lintAll, check: 'build' } satisfies Intent;
    const merged = mergeRequests([requestOf(lintAll, build), requestOf({ ...lintAll, tool: 'x' })]);
    expect(merged.intents.map((intent) => intent.kind === 'check' && intent.check)).toEqual(['lint', 'build']);
  });

  it.each([
    ['checks by check', lintAll, { ...lintAll, check: 'test' }],
    ['checks by selector', lintAll, { ...lintAll, for: { ecosystem: 'go' } }],
    ['the kind of a selector', { ...lintAll, for: { service: 'a' } }, { ...lintAll, for: { path: 'a' } }],
    [
      'matrices by tool',
      { kind: 'matrix', for: { all: true }, tool: 'go', versions: ['1.25'] },
      { kind: 'matrix', for: { all: true }, tool: 'node', versions: ['24'] },
    ],
    [
      'services by name',
      { kind: 'service', for: { all: true }, service: 'redis' },
      { kind: 'service', for: { all: true }, service: 'postgres' },
    ],
    ['triggers by event', { kind: 'trigger', on: 'push', ensure: true }, { kind: 'trigger', on: 'tag', ensure: true }],
    [
      'publications by registry',
      { kind: 'publish', for: { all: true }, registry: 'npm' },
      { kind: 'publish', for: { all: true }, registry: 'pypi' },
    ],
    [
      'deployments by environment',
      { kind: 'deploy', for: { all: true }, environment: 'qa' },
      { kind: 'deploy', for: { all: true }, environment: 'production' },
    ],
    [
      'custom steps by name',
      { kind: 'custom', for: { all: true }, name: 'a', command: 'make a' },
      { kind: 'custom', for: { all: true }, name: 'b', command: 'make a' },
    ],
  ] satisfies readonly (readonly [string, Intent, Intent])[])('tells apart %s', (_, one, other) => {
    expect(identityOf(one)).not.toBe(identityOf(other));
    expect(mergeRequests([requestOf(one, other)]).intents).toEqual([one, other]);
  });

  it.each([
    ['images', { kind: 'image', for: { all: true }, push: 'never' }, { kind: 'image', for: { all: true }, scan: true }],
    [
      'runners',
      { kind: 'runner', for: { all: true }, labels: ['a'] },
      { kind: 'runner', for: { all: true }, labels: ['b'] },
    ],
    [
      'timeouts',
      { kind: 'timeout', for: { all: true }, minutes: 1 },
      { kind: 'timeout', for: { all: true }, minutes: 2 },
    ],
  ] satisfies readonly (readonly [string, Intent, Intent])[])('knows %s by their selector alone', (_, one, other) => {
    expect(mergeRequests([requestOf(one), requestOf(other)]).intents).toEqual([{ ...one, ...other }]);
  });

  it('does not depend on how the layers are grouped, says nothing twice, and says the same again', () => {
    const next = numbers(7);
    for (let round = 0; round < 500; round += 1) {
      const [a, b, c] = [randomRequest(next), randomRequest(next), randomRequest(next)] as const;
      const whole = mergeRequests([a, b, c]);
      expect(mergeRequests([mergeRequests([a, b]), c])).toEqual(whole);
      expect(mergeRequests([a, mergeRequests([b, c])])).toEqual(whole);
      expect(mergeRequests([whole])).toEqual(whole);
      expect(mergeRequests([whole, whole])).toEqual(whole);
      expect(new Set(whole.intents.map(identityOf)).size).toBe(whole.intents.length);
    }
  });

  it('changes none of its layers', () => {
    const layers = [requestOf({ ...lintAll, tool: 'a' }), requestOf({ ...lintAll, tool: 'b' })];
    const before = JSON.stringify(layers);
    mergeRequests(layers);
    expect(JSON.stringify(layers)).toBe(before);
  });
});

function randomRequest(next: (below: number) => number): GenerationRequest {
  const one = <T>(values: readonly [T, ...T[]]): T => values[next(values.length)] ?? values[0];
  const selector = () => one<Selector>([{ all: true }, { service: 'cart' }, { path: 'cart/**' }]);
  const intent = (): Intent =>
    one<() => Intent>([
      () => ({
        kind: 'check',
        for: selector(),
        check: one(['lint', 'test']),
        ensure: one([true, false]),
        ...(next(2) === 0 ? { tool: one(['a', 'b']) } : {}),
      }),
      () => ({ kind: 'timeout', for: selector(), minutes: 1 + next(9) }),
      () => ({
        kind: 'service',
        for: selector(),
        service: one(['redis', 'mysql']),
        ...(next(2) ? { version: '8' } : {}),
      }),
      () => ({ kind: 'trigger', on: one(['push', 'manual']), ensure: one([true, false]) }),
    ])();
  return { version: 1, intents: Array.from({ length: next(5) }, intent) };
}
