import type { ContextPath } from '../expressions/tree.ts';

/**
 * What somebody without write access can fill with any text. `*` stands for any one step. GitHub's guidance on script injections, and the
 * leaves that actionlint (expr_insecure.go) and zizmor (context-capabilities.csv) grade as arbitrary; the table is our own.
 */
const LEAVES = [
  'github.head_ref',
  'github.ref',
  'github.ref_name',
  'github.event.ref',
  'github.event.issue.title',
  'github.event.issue.body',
  'github.event.pull_request.title',
  'github.event.pull_request.body',
  'github.event.pull_request.head.ref',
  'github.event.pull_request.head.label',
  'github.event.pull_request.head.repo.default_branch',
  'github.event.pull_request.head.repo.description',
  'github.event.pull_request.head.repo.homepage',
  'github.event.comment.body',
  'github.event.review.body',
  'github.event.review_comment.body',
  'github.event.answer.body',
  'github.event.discussion.title',
  'github.event.discussion.body',
  'github.event.discussion.category.name',
  'github.event.pages.*.page_name',
  'github.event.pages.*.title',
  'github.event.label.description',
  'github.event.milestone.title',
  'github.event.milestone.description',
  'github.event.commits.*.message',
  'github.event.commits.*.author.email',
  'github.event.commits.*.author.name',
  'github.event.commits.*.committer.email',
  'github.event.commits.*.committer.name',
  'github.event.head_commit.message',
  'github.event.head_commit.author.email',
  'github.event.head_commit.author.name',
  'github.event.head_commit.committer.email',
  'github.event.head_commit.committer.name',
  'github.event.workflow_run.head_branch',
  'github.event.workflow_run.display_title',
  'github.event.workflow_run.head_commit.message',
  'github.event.workflow_run.head_commit.author.email',
  'github.event.workflow_run.head_commit.author.name',
  'github.event.workflow_run.head_commit.committer.email',
  'github.event.workflow_run.head_commit.committer.name',
  'github.event.workflow_run.head_repository.description',
  'github.event.workflow_run.pull_requests.*.head.ref',
  'github.event.release.name',
  'github.event.release.body',
  'github.event.client_payload',
  'github.event.forkee.description',
  'github.event.changes.*.from',
].map((leaf) => leaf.split('.'));

/** Whether reading this context gives text that an outsider wrote: a leaf, something below a leaf, or a whole that holds leaves. */
export function isUntrusted(context: ContextPath): boolean {
  return LEAVES.some((leaf) => {
    const shared = Math.min(leaf.length, context.length);
    return leaf
      .slice(0, shared)
      .every((step, index) => step === context[index] || step === '*' || context[index] === '*');
  });
}
