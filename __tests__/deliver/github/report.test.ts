import { describe, expect, it } from 'vitest';
import { renderFailure, renderReportSummary } from '../../../src/deliver/github/report.ts';
import { SUMMARY_LIMIT } from '../../../src/deliver/github/summary.ts';
import { ActionError } from '../../../src/domain/errors.ts';
import { failedReport, finding, reportOf } from '../../fakes/reports.ts';

const page = { report: reportOf([]), files: 3, notes: [] };

describe('The summary of a run that only judges', () => {
  it('says what was judged, and by what', () => {
    expect(renderReportSummary(page)).toBe(
      '### ✅ Workflows: nothing that is refused\n\n3 files, judged by `sha256:2`.\n',
    );
    expect(renderReportSummary({ ...page, files: 1 })).toContain('\n1 file, judged');
  });

  it('lists the findings, the gravest first, each with its place', () => {
    const findings = [finding({ level: 'note', rule: 'anonymous' }), finding()];
    const text = renderReportSummary({ ...page, report: reportOf(findings) });
    expect(text).toContain('### ❌ Workflows: refused');
    expect(text).toContain('#### 1 error, 1 note\n\n- 🔴 **error** `unpinned-uses` at `.github/workflows/x.yml:2`: ');
    expect(text.indexOf('unpinned-uses')).toBeLessThan(text.indexOf('anonymous'));
    expect(text).not.toContain('have no annotation');
  });

  it('says how many findings have no annotation, since it alone has them', () => {
    const findings = Array.from({ length: 14 }, (_, line) => finding({ message: `It is number ${line}.` }));
    const text = renderReportSummary({ ...page, report: reportOf(findings) });
    expect(text).toContain('4 findings have no annotation at their place');
    expect(text).toContain('It is number 13.');
    const eleven = renderReportSummary({ ...page, report: reportOf(findings.slice(0, 11)) });
    expect(eleven).toContain('\n1 finding has no annotation at its place, since GitHub shows ten of a kind.\n');
  });

  it('names the engine that failed, and lets nothing of its reason be Markdown or a command', () => {
    const text = renderReportSummary({ ...page, report: failedReport() });
    expect(text).toContain('### ❌ Workflows: they could not be judged');
    expect(text).toMatch(/^\*\*The engine `policy` failed\*\*: /m);
    expect(text).not.toMatch(/^::error|\u001b/m);
  });

  it('stays under what GitHub keeps of a summary, whatever is in the findings', () => {
    const emoji = '🧨'.repeat(2000);
    const findings = Array.from({ length: 5000 }, () => finding({ message: emoji, help: emoji, file: `${emoji}.yml` }));
    const text = renderReportSummary({ ...page, report: reportOf(findings), notes: Array(5000).fill(emoji) });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_LIMIT);
    expect(text).toContain('#### 5000 errors');
    expect(text).toMatch(/… and \d+ more$/m);
  });

  it('says with its code what could not be done', () => {
    expect(renderFailure(new ActionError('FILE_NOT_FOUND', "'x' is not there."))).toMatch(
      /^### ❌ Workflows: they could not be judged\n\n`FILE_NOT_FOUND`: 'x' is not there\. Check the path/,
    );
  });
});
