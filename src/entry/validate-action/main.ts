import { collectFiles } from '../../clients/collect.ts';
import { deadlineAfterStart } from '../../clients/deadline.ts';
import { appendSummary, logText, writeOutputs } from '../../clients/job.ts';
import type { ComplianceReport } from '../../domain/report.ts';
import { readSummaryPath } from '../../inputs/runner.ts';
import { readValidateInputs, type ValidateActionInputs } from '../../inputs/validate-action.ts';
import { complain } from '../action/complain.ts';
import { type Home, judgeOf } from '../home.ts';
import type { Judged } from './say.ts';

/** Runs the action; gives its exit code. Where nothing could be judged, the outputs and the summary say that too. */
export async function validateMain(home: Home): Promise<number> {
  try {
    const inputs = readValidateInputs();
    const judged = await judge(inputs, home);
    const { say } = await import('./say.ts');
    const isSaid = await say(judged, inputs);
    return isSaid && !isRed(judged.report, inputs.failOn) ? 0 : 1;
  } catch (thrown) {
    const error = complain(thrown);
    const { renderFailure } = await import('../../deliver/github/report.ts');
    const unwritten = appendSummary(readSummaryPath(), renderFailure(error));
    if (unwritten !== null) logText(`Note: ${unwritten}.`);
    writeOutputs({ verdict: 'error' });
    return 1;
  }
}

async function judge({ files, timeoutSeconds }: ValidateActionInputs, home: Home): Promise<Judged> {
  await using judge = judgeOf(home);
  const { subjects, leftOut } = collectFiles(files, process.cwd());
  const { validateFiles } = await import('../commands/report.ts');
  const report = await validateFiles({ subjects, judge, deadline: deadlineAfterStart(timeoutSeconds * 1000) });
  return { subjects, leftOut, report };
}

function isRed({ verdict, findings }: ComplianceReport, failOn: ValidateActionInputs['failOn']): boolean {
  switch (failOn) {
    case 'never':
      return false;
    case 'error':
      return verdict !== 'pass';
    case 'warning':
      return verdict !== 'pass' || findings.some(({ level }) => level === 'warning');
  }
}
