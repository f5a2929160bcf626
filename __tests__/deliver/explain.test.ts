import { describe, expect, it } from 'vitest';
import { explain } from '../../src/deliver/explain/explain.ts';
import { renderComment } from '../../src/deliver/github/comment.ts';
import { explanation } from '../../src/deliver/terminal/explained.ts';
import { paintWith } from '../../src/domain/paint.ts';
import type { Intent } from '../../src/domain/request.ts';
import { githubPage } from '../fakes/github-pages.ts';
import { proposalOf } from '../fakes/proposals.ts';
import { generateOver } from '../generate/generating.ts';
import { need, profileOf, requestOf, service, unit } from '../generate/profiles.ts';

const ALL = { all: true } as const;
const PROFILE = profileOf([unit({ needs: [need('postgres', { version: '17' })] })], [service('api')]);

function proposalWith(...intents: readonly Intent[]) {
  const { pipeline } = generateOver(PROFILE, requestOf(...intents));
  return proposalOf({ pipeline, request: requestOf(...intents) });
}

describe('An explanation', () => {
  it('has every job and every step, and a reason for every value', () => {
    const { pipeline, request } = proposalWith();
    const explained = explain(pipeline, request);
    expect(explained.map(({ name }) => name)).toEqual(pipeline.jobs.map(({ name }) => name));
    for (const [index, { values }] of explained.entries()) {
      expect(values.length).toBeGreaterThanOrEqual(2 + (pipeline.jobs[index]?.steps.length ?? 0));
      for (const { because, note } of values) expect(because.length > 0 || note !== null).toBe(true);
    }
  });

  it('cites lines, and says whose default or wish a value without one is', () => {
    const text = explanation(proposalWith({ kind: 'timeout', for: ALL, minutes: 7 }), paintWith(false));
    expect(text).toMatch(/ {4}run +go test \.\/\.\.\. {2}← manifest:1\n/);
    expect(text).toMatch(/ {4}go +as go\.mod says {2}← go\.mod:3\n/);
    expect(text).toMatch(/ {4}container +postgres:17\S* {2}← compose\.yaml:7\n/);
    expect(text).toMatch(/ {4}runs on +ubuntu-24\.04 {2}← a default of agent-generate\n/);
    expect(text).toMatch(/ {4}minutes +7 {2}← asked for by \{"kind":"timeout",/);
    expect(text).toMatch(/ {4}build image +api from api\/Dockerfile in api {2}← api\/Dockerfile:1/);
  });

  it('is in the comment, folded and within its bounds', () => {
    const comment = renderComment(githubPage({ proposal: proposalWith() }));
    expect(comment).toContain('- Job `go: test` ← ');
    expect(comment).toContain('  - minutes `20` (a default of agent-generate)');
    const many = profileOf(Array.from({ length: 60 }, (_, at) => unit({ directory: `u${at}`, ecosystem: 'go' })));
    const { pipeline } = generateOver(many, requestOf({ kind: 'service', for: ALL, service: 'redis' }));
    const long = renderComment(githubPage({ proposal: proposalOf({ pipeline }) }));
    expect(long.length).toBeLessThanOrEqual(65_536);
    expect(long).toMatch(/more lines of evidence are left out/);
  });
});
