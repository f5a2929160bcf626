import { powerOf } from '../../context/event/power.ts';
import { whyOptedOut } from '../../context/event/served.ts';
import { sayOnce } from '../../deliver/comment.ts';
import { renderComment } from '../../deliver/github/comment.ts';
import { code, prose } from '../../deliver/github/markdown.ts';
import { type GithubPage, isUpToDate } from '../../deliver/github/page.ts';
import { renderSummary } from '../../deliver/github/summary.ts';
import { toActionError } from '../../domain/errors.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Receipt } from '../../domain/receipt.ts';
import { writeInto } from '../commands/write.ts';
import { annotationLines } from './annotations.ts';
import { githubOf } from './github.ts';
import { type Ending, type Job, pullRequestOf } from './job.ts';
import { logPage, pageOf, planFor } from './pages.ts';

export interface Delivered {
  readonly receipt: Receipt;
  /** What was not done and why, a sentence each. */
  readonly notes: readonly string[];
  readonly plan: Plan | null;
  /** The proposal as a terminal shows it, for the log. */
  readonly page: string;
  /** Commands of the runner, escaped. */
  readonly annotations: readonly string[];
  /** The job summary, in Markdown. */
  summary(notes: readonly string[]): string;
}

type Proposed = Extract<Ending, { kind: 'proposed' }>;

/** Writes the files into the workspace, and the comment where there is one to write. */
export async function deliver(job: Job, ending: Proposed): Promise<Delivered> {
  const { proposal } = ending.outcome;
  const page = await pageOf(job, ending);
  const [written, receipt] = await Promise.all([
    writeInto(job.runner.workspace, proposal).catch((thrown: unknown) => toActionError(thrown)),
    comment(job, ending, page),
  ]);
  const unwritten = Array.isArray(written) ? [] : [`The workspace does not have the files: ${written.message}`];
  return {
    receipt,
    notes: [...unwritten, ...notesOf(receipt)],
    plan: planFor(job, ending),
    page: logPage(ending, Array.isArray(written) ? written : []),
    annotations: annotationLines(proposal.report),
    summary: (notes) => renderSummary({ ...page, notes: [...page.notes, ...notes] }),
  };
}

function notesOf(receipt: Receipt): readonly string[] {
  switch (receipt.kind) {
    case 'delivered':
      return receipt.notes;
    case 'silent':
      return receipt.why === null ? [] : [receipt.why];
    case 'not-delivered':
      return [receipt.reason];
  }
}

/** What is known before anything is tried is not tried. */
async function comment(job: Job, ending: Proposed, page: GithubPage): Promise<Receipt> {
  const number = pullRequestOf(ending);
  if (number === null || job.inputs.deliver === 'none') return { kind: 'silent', why: null };
  const power = powerOf(ending.trigger, job.runner.run);
  if (power.kind === 'read-only') return { kind: 'not-delivered', code: 'GITHUB_REFUSED', reason: power.why };
  try {
    const github = await githubOf(job, job.deadline);
    if (github === null)
      return { kind: 'not-delivered', code: 'TOKEN_MISSING', reason: 'There is no token to comment with.' };
    const state = await github.remote.pullRequest(number).state();
    const why = whyNothing(ending, state.headCommit, state.isOpen) ?? whyOptedOut(state.labels);
    if (why !== null) return { kind: 'silent', why };
    return await sayOnce(github.conversation(number), {
      marker: page.marker,
      body: renderComment(page),
      isNews: !isUpToDate(page),
    });
  } catch (thrown) {
    const { code: errorCode, message } = toActionError(thrown);
    return { kind: 'not-delivered', code: errorCode, reason: `The comment was not written: ${message}` };
  }
}

/** A newer push has a run of its own, whose answer this one would only contradict. (github-facts.md, row 25) */
function whyNothing({ trigger }: Proposed, headCommit: string, isOpen: boolean): string | null {
  if (!isOpen) return 'The pull request was closed meanwhile, so nothing was said.';
  if (trigger.kind !== 'pull-request' || trigger.pullRequest.head.commit === headCommit) return null;
  return 'The pull request has a newer commit by now, so nothing was said; its own run answers for that one.';
}

/** For a run that made no proposal. */
export function NOTHING_DELIVERED(ending: Exclude<Ending, Proposed>): Delivered {
  const said =
    ending.kind === 'failed'
      ? `**agent-generate could not do it.** ${code(ending.error.code)}: ${prose(`${ending.error.message} ${ending.error.help}`)}`
      : `agent-generate did nothing: ${prose(ending.why)}`;
  const page = ending.kind === 'failed' ? '' : `Nothing was done: ${ending.why}`;
  return {
    receipt: { kind: 'silent', why: null },
    notes: [],
    plan: null,
    page,
    annotations: [],
    summary: (notes) => [said, ...notes.map((note) => prose(note))].join('\n\n'),
  };
}
