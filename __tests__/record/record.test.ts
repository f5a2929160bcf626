import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { WorkflowRun } from '../../src/domain/event.ts';
import { outputsOf } from '../../src/record/outputs.ts';
import { auditRecord, type Recorded, recordLine } from '../../src/record/record.ts';
import { workflowFile } from '../fakes/github-pages.ts';
import { proposalOf } from '../fakes/proposals.ts';

const RUN: WorkflowRun = {
  repository: { owner: 'acme', name: 'shop' },
  id: 7,
  attempt: 2,
  url: 'https://github.com/acme/shop/actions/runs/7',
  actor: 'octocat',
  eventName: 'pull_request',
  serverUrl: 'https://github.com',
  apiUrl: 'https://api.github.com',
};

const PROPOSED: Recorded = {
  at: '2026-01-01T00:00:00.000Z',
  run: RUN,
  pullRequest: 2,
  base: 'b'.repeat(40),
  head: 'a'.repeat(40),
  wishes: [
    {
      from: 'comment',
      words: 'lint it',
      by: 'octocat',
      url: 'https://github.com/acme/shop/pull/2#issuecomment-2',
      fate: { kind: 'accepted' },
    },
  ],
  proposal: proposalOf({ changeSet: { files: [workflowFile('name: CI\n')] } }),
  receipt: { kind: 'delivered', how: 'created', url: 'https://github.com/acme/shop/pull/2#issuecomment-1', notes: [] },
  ended: null,
  milliseconds: 812,
};

describe('The record of a run', () => {
  it('is one line that says who asked, of what, what was made and what became of it', () => {
    const { line, digest } = recordLine(auditRecord(PROPOSED));
    expect(line.endsWith('\n') && line.indexOf('\n') === line.length - 1).toBe(true);
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(JSON.parse(line)).toMatchObject({
      version: 1,
      at: '2026-01-01T00:00:00.000Z',
      run: { url: RUN.url, attempt: 2, event: 'pull_request', actor: 'octocat' },
      pullRequest: 2,
      commits: { base: 'b'.repeat(40), head: 'a'.repeat(40) },
      asked: [{ from: 'comment', words: 'lint it', by: 'octocat', fate: 'accepted' }],
      proposal: { verdict: 'pass', files: [{ path: '.github/workflows/generated.yml', status: 'added' }] },
      delivery: { kind: 'delivered' },
      ended: null,
      milliseconds: 812,
    });
  });

  it('is there for a run that failed before anything was known, and has another digest', () => {
    const failed = { ...PROPOSED, base: null, head: null, proposal: null, pullRequest: null };
    const record = auditRecord({ ...failed, ended: { code: 'EVENT_INVALID', message: 'It is no event.' } });
    expect(record).toMatchObject({
      commits: { base: null, head: null },
      proposal: null,
      ended: { code: 'EVENT_INVALID' },
    });
    expect(recordLine(record).digest).not.toBe(recordLine(auditRecord(PROPOSED)).digest);
  });

  it('says which model was to be asked, and what it was told', () => {
    const model = { name: 'claude', prompt: 'sha256:1' };
    expect(auditRecord({ ...PROPOSED, model })).toMatchObject({ model });
    expect(auditRecord(PROPOSED).model).toBeNull();
  });

  it('holds no content of files, and no message of a finding', () => {
    expect(recordLine(auditRecord(PROPOSED)).line).not.toContain('name: CI');
  });
});

describe('The outputs', () => {
  const { outputs } = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')) as { outputs: object };
  const nothing = { plan: null, commentUrl: null, auditDigest: 'sha256:0', milliseconds: 812.4 };

  it.each([
    ['of a proposal', PROPOSED.proposal, 2],
    ['of nothing', null, null],
  ] as const)('%s are those of action.yml, every one of them', (_, proposal, pullRequest) => {
    const found = outputsOf({ proposal, pullRequest, ...nothing });
    expect(Object.keys(found)).toEqual(Object.keys(outputs));
  });

  it('tell what it cost, and nothing where nobody knows the price', () => {
    const usage = { inputTokens: 1200, outputTokens: 90, costUsd: 0.0012, calls: 2 };
    const costs = [usage, { ...usage, costUsd: 0, unpricedTokens: 1290 }].map(
      (used) => outputsOf({ proposal: proposalOf({ usage: used }), pullRequest: 2, ...nothing })['cost-usd'],
    );
    expect(costs).toEqual(['0.0012', '']);
  });

  it('of a run that failed say that nothing could be judged', () => {
    const found = outputsOf({ proposal: null, pullRequest: null, ...nothing });
    expect(found).toMatchObject({ verdict: 'error', plan: '', 'plan-state': 'not-proven' });
  });

  it('of whoever is not served are empty, but for what is known of every run', () => {
    const found = outputsOf({ proposal: null, pullRequest: null, planState: 'not-served', ...nothing });
    const filled = Object.entries(found).filter(([, value]) => value !== '');
    expect(Object.fromEntries(filled)).toEqual({
      'plan-state': 'not-served',
      'input-tokens': '0',
      'kept-answers': '0',
      'model-calls': '0',
      'output-tokens': '0',
      'cost-usd': '0',
      'audit-digest': 'sha256:0',
      'duration-ms': '812',
    });
  });
});
