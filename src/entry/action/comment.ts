import { powerOf } from '../../context/event/power.ts';
import { whyOptedOut } from '../../context/event/served.ts';
import { type Saying, sayOnce } from '../../deliver/comment.ts';
import { renderComment } from '../../deliver/github/comment.ts';
import { type GithubPage, isUpToDate } from '../../deliver/github/page.ts';
import { pullRequestNumber } from '../../domain/event.ts';
import type { PullRequestState } from '../../domain/github.ts';
import type { Receipt } from '../../domain/receipt.ts';
import { headOf } from './about.ts';
import type { Ending, Job, Proposed } from './job.ts';
import { speak } from './speak.ts';

/** Says what was proposed. */
export async function comment(job: Job, ending: Proposed, page: GithubPage): Promise<Receipt> {
  return await sayOfHead(job, ending, { marker: page.marker, body: renderComment(page), isNews: !isUpToDate(page) });
}

/** Says something of the head that the run was about, and nothing once that is not the head any more. What is known before anything is tried is not tried. */
export async function sayOfHead(job: Job, ending: Ending, saying: Saying): Promise<Receipt> {
  const number = pullRequestNumber(ending.trigger);
  if (ending.trigger === null || number === null || job.inputs.deliver === 'none') return { kind: 'silent', why: null };
  const power = powerOf(ending.trigger, job.runner.run);
  if (power.kind === 'read-only') return { kind: 'not-delivered', code: 'GITHUB_REFUSED', reason: power.why };
  return await speak(job, async (github) => {
    const conversation = github.conversation(number);
    const comments = await (ending.kind === 'proposed' ? ending.heard.comments() : conversation.list());
    // The last that is asked before anything is written: whatever comes in between cannot be seen.
    const why = whyNothing(await github.remote.pullRequest(number).state(), headOf(ending));
    if (why !== null) return { kind: 'silent', why };
    return await sayOnce({ ...conversation, list: async () => comments }, saying);
  });
}

/** A newer push has a run of its own, whose answer this one would only contradict. */
function whyNothing({ headCommit, isOpen, labels }: PullRequestState, head: string | null): string | null {
  if (!isOpen) return 'The pull request was closed meanwhile, so nothing was said.';
  if (head !== null && head !== headCommit)
    return 'The pull request has a newer commit by now, so nothing was said; its own run answers for that one.';
  return whyOptedOut(labels);
}
