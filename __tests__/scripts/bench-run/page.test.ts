import { describe, expect, it } from 'vitest';
import { renderRuns } from '../../../scripts/bench-run/page.ts';
import { REPOSITORIES } from '../../../scripts/bench-run/repositories.ts';
import { type JobResult, type Own, verdictOf, whyLate } from '../../../scripts/bench-run/result.ts';

describe('A failed job', () => {
  it.each([
    ['ours where the own commands pass', own('ci', true), 'ours'],
    ['theirs where they fail as well', own('plain', false), 'theirs'],
    ['theirs where there are none', null, 'theirs'],
  ] as const)('is %s', (_, commands, verdict) => {
    expect(verdictOf({ outcome: 'failed', own: commands })).toBe(verdict);
  });
});

describe('The page', () => {
  const page = renderRuns([
    {
      name: 'pdm-project/pdm',
      commit: 'abc',
      generator: '123',
      minutes: 6,
      jobs: [
        job('go-test', { outcome: 'passed', own: own('ci', true) }),
        job('go-lint', { outcome: 'failed', own: own('plain', true), lines: ['vet: bad'] }),
        job('go-build', { outcome: 'failed', own: own('same', false), lines: ['no compiler'] }),
        job('dotnet-test', { outcome: 'left out', why: 'dotnet is not on this machine' }),
        job('rust-test', { outcome: 'passed', own: own('plain', false), instead: ['rust 1.95.0 for 1.80'] }),
        job('node-test', { outcome: 'left out', why: whyLate(6) }),
        job('image', { outcome: 'left out', why: 'it builds an image', image: true }),
      ],
    },
    { name: 'a/other', commit: 'def', minutes: 8, jobs: [job('go-test', { own: own('ci', true) })] },
  ]);

  it('counts, of the jobs whose own commands pass, those that pass', () => {
    expect(page).toContain('those that pass as generated | 95 % | 50.0 % (1 of 2) | **not known** |');
  });

  it('counts, of the jobs that build no image, those that ran', () => {
    expect(page).toContain('those that were run | 60 % | 66.7 % (4 of 6) | **not known** |');
  });

  it('counts the repositories that are not of the target apart', () => {
    expect(page).toContain(
      '| others: of the jobs that build no image, those that were run | 60 % | 100.0 % (1 of 1) | yes |',
    );
    expect(page).toMatch(
      /^\| \*\*others\*\* [ |]+\n\| a\/other \| def \| an earlier one \| 8 \| 1 \| 1 \| 1 \| 0 \| 0 \| 0 \| 0 \|$/m,
    );
    expect(renderRuns([])).not.toContain('others');
  });

  it('says which jobs were not done in time, and in how many minutes', () => {
    expect(page).toContain('**Not done in time**, and so among those left out: 1 (pdm-project/pdm node-test).');
    expect(page).toContain('| pdm-project/pdm | node-test | it was not done in 6 minutes |');
  });

  it('names those whose figures are of an earlier generator', () => {
    expect(page).toContain('**Not run again** with a generator that is noted, but in the figures: a/other.');
  });

  it('has a line for each repository', () => {
    expect(page).toContain('| pdm-project/pdm | abc | 123 | 6 | 7 | 2 | 2 | 1 | 1 | 2 | 1 |');
  });

  it('names those of the target that were not run', () => {
    expect(page).toMatch(/^\*\*Not run yet\*\*, and in none of the figures: stefanprodan\/podinfo, /m);
    const whole = renderRuns(REPOSITORIES.map((name) => ({ name, commit: 'abc', minutes: 6, jobs: [] })));
    expect(whole).not.toContain('Not run yet');
    expect(whole).toContain('those that were run | 60 % | 0.0 % (0 of 0) | **no** |');
  });

  it('shows the last lines of a failed job below whose fault it is', () => {
    const [ours = '', theirs = ''] = page.split('### Failed because of').slice(1);
    expect(ours).toContain('**pdm-project/pdm**, go-lint; the own commands pass\n\n```text\nvet: bad\n```');
    expect(theirs).toContain('go-build; no step of its CI to compare with\n\n```text\nno compiler\n');
    expect(theirs).not.toContain('vet: bad');
  });

  it('lists what was left out with its reason, and what is newer than asked', () => {
    expect(page).toContain('| pdm-project/pdm | dotnet-test | dotnet is not on this machine |');
    expect(page).toContain('| pdm-project/pdm | rust-test | rust 1.95.0 for 1.80 |');
  });
});

function own(from: Own['from'], passed: boolean): Own {
  return { from, where: '', passed, lines: [] };
}

function job(name: string, given: Partial<JobResult>): JobResult {
  return { name, outcome: 'passed', image: false, why: '', instead: [], lines: [], own: null, ...given };
}
