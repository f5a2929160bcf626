import type { Log, ReportingDescriptor, Result, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import { reportSarif } from '../../../src/validate/format/sarif.ts';
import { PARTS } from '../../fakes/judging.ts';
import { failedReport, finding, reportOf } from '../../fakes/reports.ts';

describe('SARIF', () => {
  it('has a region with both ends, in UTF-16 columns', () => {
    const [result] = resultsOf([finding()]);
    expect(runOf([finding()]).columnKind).toBe('utf16CodeUnits');
    expect(result?.locations?.[0]?.physicalLocation?.region).toEqual({
      startLine: 2,
      startColumn: 9,
      endLine: 2,
      endColumn: 15,
    });
  });

  it('has a page for every rule that it names, ours and those of engines, and points at it', () => {
    const rules = ['unpinned-uses', 'unknown-input', 'somebody-elses', 'unpinned-uses'];
    const run = runOf(rules.map((rule) => finding({ rule })));
    const listed = run.tool.driver.rules ?? [];
    expect(listed.map(({ id }) => id)).toEqual(['somebody-elses', 'unknown-input', 'unpinned-uses']);
    expect(run.results?.map(({ ruleIndex = -1 }) => listed[ruleIndex]?.id)).toEqual(rules);
    expect(textsOf(listed[2]).join(' ')).toContain(PARTS.rules.find(({ id }) => id === 'unpinned-uses')?.description);
    for (const rule of listed) for (const text of textsOf(rule)) expect(text).not.toBe('');
  });

  it('has fingerprints that stay when lines above move, and that no two results share', () => {
    const lower = finding({ range: { start: { line: 90, column: 9 }, end: { line: 90, column: 15 } } });
    const [first] = printsOf([finding()]);
    expect(printsOf([lower])[0]).toBe(first);
    expect(new Set(printsOf([finding(), finding(), finding({ file: 'y.yml' })])).size).toBe(3);
  });

  it('names files as relative references, whatever they are called', () => {
    const files = ['a b/ü#?%.yml', 'C:/x.yml', 'a\nb\ud800.yml', '<stdin>'];
    expect(resultsOf(files.map((name) => finding({ file: name }))).map(uriOf)).toEqual([
      'a%20b/%C3%BC%23%3F%25.yml',
      'C%3A/x.yml',
      'a%0Ab%EF%BF%BD.yml',
      '%3Cstdin%3E',
    ]);
  });

  it('says that the run was no success where an engine failed', () => {
    const [invocation] = read(reportSarif(failedReport(), PARTS.rules)).runs[0]?.invocations ?? [];
    expect(invocation?.executionSuccessful).toBe(false);
    expect(invocation?.toolExecutionNotifications?.[0]?.message.text).toContain('The policy engine failed: it trapped');
  });

  it('of five thousand findings is made in no time', () => {
    const many = Array.from({ length: 5000 }, (_, index) => finding({ file: `${index % 1000}.yml` }));
    expect(new Set(printsOf(many)).size).toBe(5000);
  });

  it('holds what the schema of SARIF 2.1.0 asks of what is there', () => {
    const log = read(reportSarif(reportOf([finding(), finding({ level: 'note', path: [] })]), PARTS.rules));
    expect(log).toMatchObject({ $schema: expect.stringMatching(/^https:/), version: '2.1.0' });
    for (const { ruleIndex = -1, level, message, locations = [] } of log.runs[0]?.results ?? []) {
      expect(ruleIndex).toBeGreaterThanOrEqual(0);
      expect(['error', 'warning', 'note', 'none']).toContain(level);
      expect(message.text).toBeTruthy();
      for (const { physicalLocation } of locations) {
        const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = physicalLocation?.region ?? {};
        expect(Math.min(startLine, startColumn, endLine, endColumn)).toBeGreaterThanOrEqual(1);
      }
    }
  });
});

function read(text: string): Log {
  return JSON.parse(text) as Log;
}

function runOf(findings: readonly ReturnType<typeof finding>[]): Run {
  const [run] = read(reportSarif(reportOf(findings), PARTS.rules)).runs;
  if (!run) throw new Error('There is no run.');
  return run;
}

function resultsOf(findings: readonly ReturnType<typeof finding>[]): readonly Result[] {
  return runOf(findings).results ?? [];
}

function printsOf(findings: readonly ReturnType<typeof finding>[]): (string | undefined)[] {
  return resultsOf(findings).map(({ partialFingerprints }) => partialFingerprints?.['agentGenerate/v1']);
}

function uriOf({ locations }: Result): string | undefined {
  return locations?.[0]?.physicalLocation?.artifactLocation?.uri;
}

function textsOf(rule: ReportingDescriptor | undefined): string[] {
  return [rule?.shortDescription, rule?.fullDescription, rule?.help].map((it) => it?.text ?? '');
}
