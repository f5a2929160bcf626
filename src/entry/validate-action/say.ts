import { appendSummary, logCommand, logText, writeOutputs } from '../../clients/job.ts';
import { writeFiles } from '../../clients/output.ts';
import { renderReportSummary } from '../../deliver/github/report.ts';
import type { Subject } from '../../domain/judge.ts';
import type { ComplianceReport } from '../../domain/report.ts';
import { readSummaryPath } from '../../inputs/runner.ts';
import type { ValidateActionInputs } from '../../inputs/validate-action.ts';
import { countFindings } from '../../record/outputs.ts';
import { annotationLines } from '../action/annotations.ts';
import { complain } from '../action/complain.ts';
import { renderReport } from '../commands/report.ts';

/** What was judged, and what came of it. */
export interface Judged {
  readonly subjects: readonly Subject[];
  /** What was found beside it and is not judged, one sentence each. */
  readonly leftOut: readonly string[];
  readonly report: ComplianceReport;
}

/** Says it wherever it is looked for: log, annotations, outputs, the SARIF file and the summary. Gives whether all of it was said. */
export async function say(
  { subjects, leftOut, report }: Judged,
  { sarifFile }: ValidateActionInputs,
): Promise<boolean> {
  logText([renderReport(report, 'text', subjects), ...leftOut].join('\n'));
  for (const command of annotationLines(report)) logCommand(command);
  writeOutputs({
    verdict: report.verdict,
    findings: JSON.stringify(countFindings(report)),
    'input-digest': report.digests.input,
    'policy-digest': report.digests.policy,
  });
  const lost = sarifFile === null ? [] : await writeSarif(sarifFile, renderReport(report, 'sarif', subjects));
  const summary = renderReportSummary({ report, files: subjects.length, notes: [...leftOut, ...lost] });
  const unwritten = appendSummary(readSummaryPath(), summary);
  if (unwritten !== null) logText(`Note: ${unwritten}.`);
  return lost.length === 0;
}

/** A step after this one waits for the file: that it is not there is told, and makes the step red, whatever the verdict. */
async function writeSarif(path: string, content: string): Promise<string[]> {
  try {
    await writeFiles(process.cwd(), [{ path, content }]);
    return [];
  } catch (thrown) {
    const { code, message } = complain(thrown);
    return [`${code}: ${message}`];
  }
}
