import { powerOf } from '../../context/event/power.ts';
import { whyOptedOut } from '../../context/event/served.ts';
import { sayOnce } from '../../deliver/comment.ts';
import { renderComment } from '../../deliver/github/comment.ts';
import { type GithubPage, isUpToDate } from '../../deliver/github/page.ts';
import type { Receipt } from '../../domain/receipt.ts';
import { type Job, type Proposed, pullRequestOf } from './job.ts';
import { speak } from './speak.ts';

/** What is known before anything is tried is not tried. */
export async function comment(job: Job, ending: Proposed, page: GithubPage): Promise<Receipt> {
  const number = pullRequestOf(ending);
  if (number === null || job.inputs.deliver === 'none') return { kind: 'silent', why: null };
  const power = powerOf(ending.trigger, job.runner.run);
  if (power.kind === 'read-only') return { kind: 'not-delivered', code: 'GITHUB_REFUSED', reason: power.why };
  return await speak(job, async (github) => {
    const conversation = github.conversation(number);
    const [state, comments] = await Promise.all([github.remote.pullRequest(number).state(), conversation.list()]);
    const why = whyNothing(ending, state.headCommit, state.isOpen) ?? whyOptedOut(state.labels);
    if (why !== null) return { kind: 'silent', why };
    return await sayOnce(
      { ...conversation, list: async () => comments },
      {
        marker: page.marker,
        body: renderComment(page),
        isNews: !isUpToDate(page),
      },
    );
  });
}

/** A newer push has a run of its own, whose answer this one would only contradict. (github-facts.md, row 25) */
function whyNothing({ trigger }: Proposed, headCommit: string, isOpen: boolean): string | null {
  if (!isOpen) return 'The pull request was closed meanwhile, so nothing was said.';
  if (trigger.kind !== 'pull-request' || trigger.pullRequest.head.commit === headCommit) return null;
  return 'The pull request has a newer commit by now, so nothing was said; its own run answers for that one.';
}
