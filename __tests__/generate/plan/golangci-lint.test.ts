import { describe, expect, it } from 'vitest';
import { jobsOver } from '../generating.ts';
import { lint, profileOf, unit } from '../profiles.ts';

const BECAUSE = [{ file: '.golangci.yml', line: 1 }];

function lintSteps(value: string | null, go = '1.25') {
  const linted = unit({
    version: { tool: 'go', value: go, because: [{ file: '.go-version', line: 1 }] },
    versions: value === null ? [] : [{ tool: 'golangci-lint', value, because: BECAUSE }],
    commands: { install: [], lint: [lint('lint', 'golangci-lint run')], test: [], build: [] },
  });
  return jobsOver(profileOf([linted]))['go-lint']?.steps.slice(2);
}

describe('golangci-lint', () => {
  it('is of the release that the repository names', () => {
    expect(lintSteps('2.11.4')?.map((step) => step.with)).toEqual([{ version: 'v2.11.4' }]);
  });

  it('is the newest where its format alone is known', () => {
    expect(lintSteps('2')?.map((step) => step.with)).toEqual([undefined]);
    expect(lintSteps(null)?.map((step) => step.with)).toEqual([undefined]);
  });

  it('is built where its configuration is of the first format, which its action refuses', () => {
    expect(lintSteps('1')?.map(({ run }) => run)).toEqual([
      'go install github.com/golangci/golangci-lint/cmd/golangci-lint@v1.64.8',
      'golangci-lint run --timeout=30m',
    ]);
    expect(lintSteps('1.43.0', '1.18')?.[0]?.run).toBe(
      'go install github.com/golangci/golangci-lint/cmd/golangci-lint@v1.43.0',
    );
  });

  it('is built by a newer Go where that of the repository cannot', () => {
    expect(lintSteps('1', '1.22')?.[0]?.run).toMatch(/^GOTOOLCHAIN=auto go install /);
  });
});
