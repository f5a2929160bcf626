import { oncePer } from '../../domain/once.ts';
import type { ContextPath } from '../expressions/tree.ts';

/**
 * What somebody other than the workflow's author can fill with any text: anybody, or whoever may set a label, a milestone or a tag. `*`
 * stands for any one step. GitHub's guidance on script injections, and of the leaves that actionlint (expr_insecure.go) and zizmor
 * (context-capabilities.csv) grade as arbitrary those that hold free text: addresses and ids, which zizmor counts as well, have no room
 * for a command.
 */
const LEAVES = [
  'github.head_ref',
  'github.ref',
  'github.ref_name',
  'github.event.ref',
  'github.event.issue.title',
  'github.event.issue.body',
  'github.event.issue.labels.*.name',
  'github.event.issue.labels.*.description',
  'github.event.issue.milestone.title',
  'github.event.issue.milestone.description',
  'github.event.pull_request.title',
  'github.event.pull_request.body',
  'github.event.pull_request.labels.*.name',
  'github.event.pull_request.labels.*.description',
  'github.event.pull_request.milestone.title',
  'github.event.pull_request.milestone.description',
  'github.event.pull_request.auto_merge.commit_title',
  'github.event.pull_request.auto_merge.commit_message',
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
  'github.event.discussion.labels.*.name',
  'github.event.discussion.labels.*.description',
  'github.event.discussion.category.name',
  'github.event.discussion.category.description',
  'github.event.pages.*.page_name',
  'github.event.pages.*.title',
  'github.event.pages.*.summary',
  'github.event.label.name',
  'github.event.label.description',
  'github.event.milestone.title',
  'github.event.milestone.description',
  'github.event.commits.*.message',
  'github.event.commits.*.added',
  'github.event.commits.*.modified',
  'github.event.commits.*.removed',
  'github.event.commits.*.author.email',
  'github.event.commits.*.author.name',
  'github.event.commits.*.committer.email',
  'github.event.commits.*.committer.name',
  'github.event.head_commit.message',
  'github.event.head_commit.added',
  'github.event.head_commit.modified',
  'github.event.head_commit.removed',
  'github.event.head_commit.author.email',
  'github.event.head_commit.author.name',
  'github.event.head_commit.committer.email',
  'github.event.head_commit.committer.name',
  'github.event.merge_group.head_commit.message',
  'github.event.merge_group.head_commit.author.email',
  'github.event.merge_group.head_commit.author.name',
  'github.event.pusher.email',
  'github.event.pusher.name',
  'github.event.check_run.output.title',
  'github.event.check_run.output.summary',
  'github.event.check_run.output.text',
  'github.event.check_run.check_suite.head_branch',
  'github.event.check_run.pull_requests.*.head.ref',
  'github.event.check_suite.head_branch',
  'github.event.check_suite.head_commit.message',
  'github.event.check_suite.head_commit.author.email',
  'github.event.check_suite.head_commit.author.name',
  'github.event.check_suite.pull_requests.*.head.ref',
  'github.event.commit.commit.message',
  'github.event.commit.commit.author.email',
  'github.event.commit.commit.author.name',
  'github.event.branches.*.name',
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
  'github.event.release.tag_name',
  'github.event.release.assets.*.label',
  'github.event.release.assets.*.name',
  'github.event.client_payload',
  'github.event.forkee.description',
  // What was before a change: texts of every kind.
  'github.event.changes',
].map((leaf) => leaf.split('.'));

/** Whether reading this context gives text that an outsider wrote: a leaf, something below a leaf, or a whole that holds leaves. */
export const isUntrusted = oncePer((context: ContextPath): boolean =>
  // Expressions are parsed once, so that the same path is asked for again and again.
  LEAVES.some((leaf) => {
    const shared = Math.min(leaf.length, context.length);
    return leaf
      .slice(0, shared)
      .every((step, index) => step === context[index] || step === '*' || context[index] === '*');
  }),
);

const MANY_LINES =
  /(?:^|\.)(?:body|message|commit_message|summary|text|description|added|modified|removed|changes|client_payload)(?:\.|$)/;

/** Whether such a text may have several lines: names, titles and branches have one, and a whole is one line of JSON. */
export function hasManyLines(context: ContextPath): boolean {
  return MANY_LINES.test(context.join('.'));
}
