import { describe, expect, it } from 'vitest';
import { reportCommands } from '../../../src/validate/format/github.ts';
import { failedReport, finding, reportOf } from '../../fakes/reports.ts';

describe('Workflow commands', () => {
  it('say where a finding is, with the last column that belongs to it', () => {
    expect(reportCommands(reportOf([finding()]))).toBe(
      '::error file=.github/workflows/x.yml,line=2,endLine=2,col=9,endColumn=14,title=unpinned-uses::The action a/b is not pinned to a commit. Pin it.\n',
    );
  });

  it('have the word of GitHub for each level', () => {
    const text = reportCommands(reportOf((['error', 'warning', 'note'] as const).map((level) => finding({ level }))));
    expect(text.match(/^::\w+/gm)).toEqual(['::error', '::warning', '::notice']);
  });

  it.each([
    ['leave columns out where the place has several lines', [3, 5, 5, 2], 'line=3,endLine=5,title'],
    ['do not reach into a line that the place ends before', [3, 5, 5, 1], 'line=3,endLine=4,title'],
    [
      'have a place without width begin and end at one column',
      [3, 5, 3, 5],
      'line=3,endLine=3,col=5,endColumn=5,title',
    ],
  ])('%s', (_, [line = 0, column = 0, endLine = 0, endColumn = 0], expected) => {
    const range = { start: { line, column }, end: { line: endLine, column: endColumn } };
    expect(reportCommands(reportOf([finding({ range })]))).toContain(`,${expected}=`);
  });

  it('cannot be forged by what they are about', () => {
    const hostile = 'a,line=1::b%0A\r\n::stop-commands::x\u001b[31m';
    const text = reportCommands(reportOf([finding({ file: hostile, rule: hostile, message: hostile, help: hostile })]));
    const [, properties = '', data = ''] = /^::error (.*?)::(.*)$/.exec(text.trimEnd()) ?? [];
    expect(text.split('\n')).toHaveLength(2);
    expect(properties.split(',')).toHaveLength(6);
    expect(properties).toContain('file=a%2Cline=1%3A%3Ab%250A%0D%0A%3A%3Astop-commands%3A%3Ax');
    expect(data).toContain('b%250A%0D%0A::stop-commands');
    expect(text).not.toContain('\u001b');
  });

  it('tell of an engine that failed', () => {
    expect(reportCommands(failedReport())).toBe(
      '::error title=The policy engine failed::it trapped%0A::error::100%25\\u{1b}[31m.\n',
    );
  });

  it('are none where there is nothing to say', () => {
    expect(reportCommands(reportOf([]))).toBe('');
  });
});
