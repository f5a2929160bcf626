import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { actionFacts } from '../../../src/workflow/facts/action.ts';
import { workflowFacts } from '../../../src/workflow/facts/facts.ts';

describe('Facts are total', () => {
  it.each([
    '',
    '7',
    '[1]',
    'on: 7',
    'on: [[]]',
    'jobs: 7',
    'jobs: {a: 7, b: [], c: null}',
    'jobs: {a: {steps: [7, [], null]}}',
  ])('for %j', (text) => {
    expect(workflowFacts(parse(text), 'w.yml').kind).toBe('workflow');
    expect(actionFacts(parse(text), 'action.yml').kind).toBe('workflow');
  });

  it('for values where others belong', () => {
    const odd = {
      if: [],
      env: 7,
      strategy: 7,
      container: [],
      services: [],
      environment: [],
      needs: {},
      'runs-on': { labels: 7 },
    };
    const step = { ...odd, uses: 7, run: [], with: 7, id: {}, 'continue-on-error': {}, 'working-directory': [] };
    expect(workflowFacts({ on: {}, jobs: { a: { ...odd, steps: [step] } } }, 'w.yml').jobs).toHaveLength(1);
  });
});

describe('Chains without end', () => {
  const many = (make: (n: number) => [string, unknown]) =>
    Object.fromEntries(Array.from({ length: 5000 }, (_, n) => make(n)));

  it('of variables are followed as far as anybody writes them', () => {
    const env = many((n) => [`A${n}`, `\${{ env.A${n + 1} }}`]);
    const [job] = workflowFacts({ on: 'push', env, jobs: { a: { steps: [{ run: '${{ env.A0 }}' }] } } }, 'w.yml').jobs;
    expect(job?.steps[0]?.sinks).toEqual([
      { path: ['jobs', 'a', 'steps', 0, 'run'], injected: null, madeByMatrix: null },
    ]);
  });

  it('of needs, and those that bite their own tail, come to an end', () => {
    const jobs = many((n) => [
      `j${n}`,
      { needs: `j${(n + 1) % 5000}`, if: `needs.j${n}.outputs.a`, outputs: { a: '${{ needs.j0.outputs.a }}' } },
    ]);
    expect(workflowFacts({ on: 'pull_request', jobs }, 'w.yml').jobs).toHaveLength(5000);
  });

  it('of values in a matrix are cut', () => {
    const matrix = { x: Array.from({ length: 5000 }, (_, n) => n) };
    const job = { strategy: { matrix }, container: '${{ matrix.x }}${{ matrix.x }}${{ matrix.x }}${{ matrix.x }}' };
    expect(workflowFacts({ on: 'push', jobs: { a: job } }, 'w.yml').jobs[0]?.images).toHaveLength(1);
  });
});

describe('Scripts that are long on purpose', () => {
  it.each([
    ['programs that come as variables', 'eval "$A"'],
    ['redirections', `echo a${'>'.repeat(1900)}`],
    ['flags of an editor', `sed${' -i'.repeat(600)}`],
  ])('are read once: %s', (_, line) => {
    const run = ['A=b >> $GITHUB_OUTPUT', ...Array.from({ length: 20_000 }, () => line)].join('\n');
    const steps = [{ id: 'x', run }, { run: '${{ steps.x.outputs.y }}' }];
    expect(workflowFacts({ on: 'push', jobs: { a: { steps } } }, 'w.yml').jobs[0]?.steps[0]?.script).toMatchObject({
      writesWorkflows: false,
    });
  });
});

describe('What writes workflows', () => {
  it.each([
    ['sed --in-place s/a/b/ .github/workflows/ci.yml', true],
    ['sed s/a/b/ .github/workflows/ci.yml -i', true],
    ['sed s/a/b/ .github/workflows/ci.yml', false],
    ['echo a >2 > .github/workflows/ci.yml', true],
    ['cat .github/workflows/ci.yml > copy.yml', false],
  ])('%s: %s', (run, writesWorkflows) => {
    const [job] = workflowFacts({ on: 'push', jobs: { a: { steps: [{ run }] } } }, 'w.yml').jobs;
    expect(job?.steps[0]?.script?.writesWorkflows).toBe(writesWorkflows);
  });
});

describe('Names are read without regard to case', () => {
  it('as GitHub does', () => {
    const jobs = {
      First: { if: false, outputs: { Title: '${{ github.event.issue.title }}' } },
      second: { needs: 'first', 'runs-on': 'Self-Hosted', steps: [{ run: '${{ NEEDS.first.Outputs.TITLE }}' }] },
    };
    const [, second] = workflowFacts({ on: 'pull_request', jobs }, 'w.yml').jobs;
    expect(second?.selfHosted).toEqual([]);
    expect(second?.steps[0]?.sinks[0]?.injected).toBe('NEEDS.first.Outputs.TITLE');
  });
});
