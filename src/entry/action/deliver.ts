import { writeFiles } from '../../clients/output.ts';
import { renderSummary } from '../../deliver/github/summary.ts';
import { toActionError } from '../../domain/errors.ts';
import type { Plan, PlanState } from '../../domain/plan.ts';
import { toTakeOver } from '../../domain/proposal.ts';
import { notesOf, type Receipt } from '../../domain/receipt.ts';
import { annotationLines } from './annotations.ts';
import { comment } from './comment.ts';
import type { Job, Proposed } from './job.ts';
import { logPage, pageOf } from './pages.ts';
import { planFor } from './plan.ts';

export interface Delivered {
  readonly receipt: Receipt;
  /** What was not done and why, a sentence each. */
  readonly notes: readonly string[];
  readonly plan: Plan | null;
  readonly planState: PlanState;
  /** The proposal as a terminal shows it, for the log. */
  readonly page: string;
  /** Commands of the runner, escaped. */
  readonly annotations: readonly string[];
  /** The job summary, in Markdown. */
  summary(notes: readonly string[]): string;
}

/** Writes the files into the workspace, and the comment where there is one to write. */
export async function deliver(job: Job, ending: Proposed): Promise<Delivered> {
  const { proposal } = ending.outcome;
  const { plan, state, notes: left } = planFor(job, ending);
  const remarks = [...ending.notes, ...left, ...ending.heard.notes];
  const page = { ...(await pageOf(job, ending)), notes: remarks };
  const [written, receipt] = await Promise.all([
    writeFiles(job.runner.workspace, toTakeOver(proposal)).catch((thrown: unknown) => toActionError(thrown)),
    comment(job, ending, page),
  ]);
  const unwritten = Array.isArray(written) ? [] : [`The workspace does not have the files: ${written.message}`];
  return {
    receipt,
    notes: [...remarks, ...unwritten, ...notesOf(receipt)],
    plan,
    planState: state,
    page: logPage(ending, Array.isArray(written) ? written : []),
    annotations: annotationLines(proposal.report),
    summary: (notes) => renderSummary({ ...page, notes }),
  };
}
