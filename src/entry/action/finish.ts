import { appendSummary, logCommand, logText, writeOutputs } from '../../clients/job.ts';
import { toActionError } from '../../domain/errors.ts';
import { outputsOf } from '../../record/outputs.ts';
import { auditRecord, recordLine } from '../../record/record.ts';
import { about } from './about.ts';
import { complain } from './complain.ts';
import { type Delivered, deliver } from './deliver.ts';
import { help } from './help.ts';
import { type Ending, type Job, proposalOf, pullRequestOf } from './job.ts';
import { keep } from './keep.ts';
import { nothingDelivered } from './nothing.ts';
import { isRed } from './red.ts';

/** Says what became of the run wherever it is looked for: comment, log, annotations, summary, artifact, record and outputs. Gives the exit code. */
export async function finish(job: Job, ending: Ending): Promise<number> {
  const proposal = proposalOf(ending);
  const delivered = await deliverSafely(job, ending);
  const { receipt } = delivered;
  const { line, digest } = recordLine(auditRecord({ ...about(job, ending), receipt, milliseconds: performance.now() }));
  const lost = await keep(job, { line, proposal });
  say(ending, delivered, lost);
  const unwritten = appendSummary(job.runner.summaryPath, delivered.summary([...delivered.notes, ...lost]));
  if (unwritten !== null) logText(`Note: ${unwritten}.`);
  writeOutputs(
    outputsOf({
      proposal,
      plan: delivered.plan,
      pullRequest: pullRequestOf(ending),
      commentUrl: receipt.kind === 'delivered' ? receipt.url : null,
      auditDigest: digest,
      milliseconds: performance.now(),
    }),
  );
  return isRed(job, ending) ? 1 : 0;
}

async function deliverSafely(job: Job, ending: Ending): Promise<Delivered> {
  if (ending.kind === 'help') return await help(job, ending);
  if (ending.kind !== 'proposed') return nothingDelivered(ending);
  return await deliver(job, ending).catch((thrown) =>
    nothingDelivered({ kind: 'failed', trigger: null, error: toActionError(thrown) }),
  );
}

function say(ending: Ending, { page, annotations, notes }: Delivered, lost: readonly string[]): void {
  if (ending.kind === 'failed') complain(ending.error);
  logText([page, ...[...notes, ...lost].map((note) => `Note: ${note}`)].join('\n'));
  for (const command of annotations) logCommand(command);
}
