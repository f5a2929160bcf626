import { describe, expect, it } from 'vitest';
import { graphSection, releaseSection } from '../../../src/deliver/github/graph.ts';
import type { Job } from '../../../src/domain/pipeline.ts';
import { elementsOf, NASTY, renderGithub } from '../../fakes/github-markdown.ts';
import { jobOf, pipelineOf } from '../../fakes/proposals.ts';

function job(id: string, name: string, needs: readonly string[] = []): Job {
  return { ...jobOf(name, 'true'), id, needs };
}

describe('A release', () => {
  it('is drawn apart, with what starts it', () => {
    const release = pipelineOf({
      triggers: [{ on: 'tag', tags: ['v*', '`x`'] }, { on: 'manual' }],
      jobs: [job('npm-publish', 'publish to npm')],
    });
    const section = releaseSection(release);
    expect(section).toMatch(/^\*\*A release\*\* is started by a tag `v\*` or `` `x` `` or by a person:\n\n```mermaid/);
    expect(section).toContain('publish to npm');
    expect(releaseSection(null)).toBe('');
  });
});

/** The lines of the drawing, without its fence. */
function drawn(...jobs: readonly Job[]): string[] {
  return graphSection(pipelineOf({ jobs })).split('\n').slice(3, -1);
}

/** Jobs of so many units between the job `changes` and the gate. */
function monorepo(units: number, checks: readonly string[]): Job[] {
  const middle = Array.from({ length: units }, (_, n) =>
    checks.map((check) => job(`u${n}-${check}`, `unit${n}: ${check}`, ['changes'])),
  ).flat();
  return [job('changes', 'changes'), ...middle, job('ci-gate', 'ci-gate', ['changes', ...middle.map(({ id }) => id)])];
}

describe('The graph of jobs', () => {
  it('is nothing where there are none', () => {
    expect(graphSection(pipelineOf())).toBe('');
  });

  it('draws each of a few, with the arrows that say something', () => {
    expect(drawn(...monorepo(1, ['lint', 'test']))).toEqual([
      '  n0["changes"]',
      '  n1["unit0: lint"]',
      '  n2["unit0: test"]',
      '  n3["ci-gate"]',
      '  n0 --> n1',
      '  n0 --> n2',
      '  n1 --> n3',
      '  n2 --> n3',
    ]);
  });

  it('draws the jobs of a unit as one where they are many', () => {
    expect(drawn(...monorepo(3, ['lint', 'test', 'build'])).slice(0, 6)).toEqual([
      '  n0["changes"]',
      '  n1["unit0: lint, test, build"]',
      '  n2["unit1: lint, test, build"]',
      '  n3["unit2: lint, test, build"]',
      '  n4["ci-gate"]',
      '  n0 --> n1',
    ]);
  });

  it('draws many units that wait for the same as one: forty are read at a glance', () => {
    expect(drawn(...monorepo(40, ['lint', 'test']))).toEqual([
      '  n0["changes"]',
      '  n1["80 jobs of unit0, unit1 and 38 more"]',
      '  n2["ci-gate"]',
      '  n0 --> n1',
      '  n1 --> n2',
    ]);
  });

  it('says once what the checks of a unit have in common', () => {
    const checks = ['lint (40 units)', 'format (40 units)', 'test (40 units)', 'build (40 units)'];
    expect(drawn(...monorepo(1, checks))[1]).toBe('  n1["unit0: lint, format, test, build (40 units)"]');
  });

  it('stays small whatever the jobs are', () => {
    const tangle = Array.from({ length: 60 }, (_, n) => job(`j${n}`, `job ${n}`, n === 0 ? [] : [`j${n - 1}`]));
    expect(drawn(...tangle).filter((line) => line.includes('['))).toHaveLength(3);
  });

  it('names the containers beside a job', () => {
    const postgres = {
      name: 'postgres',
      image: 'postgres:17',
      ports: ['5432:5432'],
      environment: {},
      options: [],
      entrypoint: null,
      command: null,
      because: [],
    };
    expect(drawn({ ...job('a', 'a: test'), containers: [postgres] })).toEqual(['  n0["a: test (with postgres)"]']);
  });

  it.each(NASTY.map((text): [string, string] => [JSON.stringify(text).slice(0, 60), text]))(
    'is not changed by a job that is called %s',
    (_, text) => {
      const section = graphSection(pipelineOf({ jobs: [job('a', text)] }));
      expect(elementsOf(renderGithub(section))).toEqual(['pre', 'code']);
      const [, , , label = '', ...rest] = section.split('\n');
      expect(label).toMatch(/^ {2}n0\["(?:[\p{L}\p{N}\p{M} _.,:()…+-]|#\d+;)+"\]$/u);
      expect(rest).toEqual(['```']);
    },
  );
});
