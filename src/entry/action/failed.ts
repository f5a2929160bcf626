import { powerOf } from '../../context/event/power.ts';
import { renderUnjudged } from '../../deliver/github/failure.ts';
import { markerOf } from '../../deliver/github/marker.ts';
import { notesOf, type Receipt } from '../../domain/receipt.ts';
import { headOf } from './about.ts';
import { sayOfHead } from './comment.ts';
import type { Delivered } from './deliver.ts';
import type { Ending, Job } from './job.ts';
import { nothingDelivered } from './nothing.ts';

type Failed = Extract<Ending, { kind: 'failed' }>;

/** For a run that failed: a verdict that stands in a comment of ours must not be taken for this commit's. */
export async function failedDelivered(job: Job, ending: Failed): Promise<Delivered> {
  const receipt = await takeBack(job, ending);
  return { ...nothingDelivered(ending), receipt, notes: notesOf(receipt) };
}

/** Never the first comment of a pull request. Where the head is not known, whether it has moved could not be told, so nothing is said. */
async function takeBack(job: Job, ending: Failed): Promise<Receipt> {
  const head = headOf(ending);
  const isReadOnly = ending.trigger !== null && powerOf(ending.trigger, job.runner.run).kind === 'read-only';
  if (head === null || isReadOnly || job.inputs.githubToken === '') return { kind: 'silent', why: null };
  const marker = markerOf(job.inputs.id);
  const body = renderUnjudged({ marker, head, error: ending.error, run: job.runner.run });
  return await sayOfHead(job, ending, { marker, body, isNews: false });
}
