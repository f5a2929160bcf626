import { appendSummary, logCommand, logText, writeOutputs } from '../../clients/job.ts';
import { pullRequestNumber } from '../../domain/event.ts';
import { outputsOf } from '../../record/outputs.ts';
import { auditRecord, recordLine } from '../../record/record.ts';
import { about } from './about.ts';
import { complain } from './complain.ts';
import type { Delivered } from './deliver.ts';
import { deliverSafely } from './deliver-safely.ts';
import { type Ending, type Job, proposalOf } from './job.ts';
import { keep } from './keep.ts';
import { isRed } from './red.ts';

/** Says what became of the run wherever it is looked for: comment, log, annotations, summary, artifact, record and outputs. Gives the exit code. */
export async function finish(job: Job, reached: Ending): Promise<number> {
  const { ending, delivered } = await deliverSafely(job, reached);
  const proposal = proposalOf(ending);
  const { receipt } = delivered;
  const { line, digest } = recordLine(
    auditRecord({ ...(await about(job, ending)), receipt, milliseconds: performance.now() }),
  );
  const accepted = ending.kind === 'proposed' ? ending.outcome.accepted : null;
  const lost = await keep(job, { line, proposal, accepted });
  say(ending, delivered, lost);
  const unwritten = appendSummary(job.runner.summaryPath, delivered.summary([...delivered.notes, ...lost]));
  if (unwritten !== null) logText(`Note: ${unwritten}.`);
  writeOutputs(
    outputsOf({
      proposal,
      plan: delivered.plan,
      planState: delivered.planState,
      pullRequest: pullRequestNumber(ending.trigger),
      commentUrl: receipt.kind === 'delivered' ? receipt.url : null,
      auditDigest: digest,
      keptAnswers: ending.kind === 'proposed' ? ending.keptAnswers : 0,
      milliseconds: performance.now(),
    }),
  );
  return isRed(job, ending) ? 1 : 0;
}

function say(ending: Ending, { page, annotations, notes }: Delivered, lost: readonly string[]): void {
  if (ending.kind === 'failed') complain(ending.error);
  logText([page, ...[...notes, ...lost].map((note) => `Note: ${note}`)].join('\n'));
  for (const command of annotations) logCommand(command);
}
