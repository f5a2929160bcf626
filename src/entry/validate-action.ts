// The action `validate`: judges files of the workspace, and generates nothing.
import { join } from 'node:path';
import { collectFiles } from '../clients/collect.ts';
import { deadlineAfterStart } from '../clients/deadline.ts';
import { appendSummary, logCommand, logText, writeOutputs } from '../clients/job.ts';
import { writeFiles } from '../clients/output.ts';
import type { ComplianceReport } from '../domain/report.ts';
import { readSummaryPath } from '../inputs/runner.ts';
import { readValidateInputs } from '../inputs/validate-action.ts';
import { countFindings } from '../record/outputs.ts';
import { annotationLines } from './action/annotations.ts';
import { complain } from './action/complain.ts';
import { judgeOf } from './home.ts';

try {
  process.exitCode = await validateAction(new URL('./', import.meta.url));
} catch (thrown) {
  complain(thrown);
  process.exitCode = 1;
}
process.stdout.write('', () => process.exit());

async function validateAction(home: URL): Promise<number> {
  const inputs = readValidateInputs();
  await using judge = judgeOf(home);
  const { subjects, leftOut } = collectFiles(inputs.files);
  if (leftOut.length > 0) logText(leftOut.join('\n'));
  const { renderReport, validate } = await import('./commands/report.ts');
  const deadline = deadlineAfterStart(inputs.timeoutSeconds * 1000);
  const report = await validate({ subjects, judge, deadline });
  const text = renderReport(report, 'text', subjects);
  logText(text);
  for (const command of annotationLines(report)) logCommand(command);
  appendSummary(readSummaryPath(), summaryOf(report));
  if (inputs.sarifFile !== null)
    await writeFiles(process.cwd(), [
      { path: join(inputs.sarifFile), content: renderReport(report, 'sarif', subjects) },
    ]);
  writeOutputs({
    verdict: report.verdict,
    findings: JSON.stringify(countFindings(report)),
    'input-digest': report.digests.input,
    'policy-digest': report.digests.policy,
  });
  return isRed(report, inputs.failOn) ? 1 : 0;
}

function isRed({ verdict, findings }: ComplianceReport, failOn: 'error' | 'warning' | 'never'): boolean {
  if (failOn === 'never') return false;
  return verdict !== 'pass' || (failOn === 'warning' && findings.some(({ level }) => level === 'warning'));
}

function summaryOf(report: ComplianceReport): string {
  const { error, warning, note } = countFindings(report);
  return `**agent-generate validate: ${report.verdict}**: ${error} errors, ${warning} warnings, ${note} notes.`;
}
