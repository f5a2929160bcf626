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
export async function finish(job: Job, reached: Ending): Promise<number> {
  const { ending, delivered } = await deliverSafely(job, reached);
  const proposal = proposalOf(ending);
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

interface Ended {
  readonly ending: Ending;
  readonly delivered: Delivered;
}

/** What cannot be delivered for a fault of ours is a run that failed, whatever it had reached. */
async function deliverSafely(job: Job, ending: Ending): Promise<Ended> {
  try {
    return { ending, delivered: await deliverWhat(job, ending) };
  } catch (thrown) {
    const failed = { kind: 'failed', trigger: ending.trigger, error: toActionError(thrown) } as const;
    return { ending: failed, delivered: nothingDelivered(failed) };
  }
}

async function deliverWhat(job: Job, ending: Ending): Promise<Delivered> {
  switch (ending.kind) {
    case 'help':
      return await help(job, ending);
    case 'proposed':
      return await deliver(job, ending);
    case 'not-served':
    case 'failed':
      return nothingDelivered(ending);
  }
}

function say(ending: Ending, { page, annotations, notes }: Delivered, lost: readonly string[]): void {
  if (ending.kind === 'failed') complain(ending.error);
  logText([page, ...[...notes, ...lost].map((note) => `Note: ${note}`)].join('\n'));
  for (const command of annotations) logCommand(command);
}
