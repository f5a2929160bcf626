import { appendSummary, writeOutputs } from '../../clients/job.ts';
import type { ActionError } from '../../domain/errors.ts';
import { readSummaryPath } from '../../inputs/runner.ts';
import { outputsOf } from '../../record/outputs.ts';
import { complain } from './complain.ts';
import { nothingDelivered } from './nothing.ts';

/** For a run that could not even begin: later steps find every output, and the summary says why. */
export function refuse(error: ActionError): void {
  appendSummary(readSummaryPath(), nothingDelivered({ kind: 'failed', trigger: null, error }).summary([]));
  const nothing = { proposal: null, plan: null, pullRequest: null, commentUrl: null, auditDigest: '' };
  try {
    writeOutputs(outputsOf({ ...nothing, milliseconds: performance.now() }));
  } catch (thrown) {
    // It may be the outputs themselves that cannot be written: then the log has to do.
    complain(thrown);
  }
}
