import { expect, it } from 'vitest';
import type { EngineOutcome } from '../../src/domain/judge.ts';
import { makeReport } from '../../src/validate/report.ts';

const digests = { input: '', policy: '' };

it('An engine that failed for several reasons names the same one in whatever order they come', () => {
  const failed = (reason: string): EngineOutcome => ({
    name: 'policy',
    status: 'failed',
    reason,
    findings: [],
    milliseconds: 1.4,
  });
  const reasonOf = (outcomes: readonly EngineOutcome[]) =>
    makeReport({ outcomes, findings: [], digests }).engines.find(({ name }) => name === 'policy');
  const outcomes = [failed('b'), failed('a')];
  expect(reasonOf(outcomes)).toEqual({ name: 'policy', status: 'failed', reason: 'a', milliseconds: 3 });
  expect(reasonOf(outcomes.toReversed())).toEqual(reasonOf(outcomes));
});
