import type { CommentedPullRequest, EventTrigger, PullRequest, TriggeringComment } from '../../src/domain/event.ts';

/** A pull request of a branch of the repository itself, where nothing else is said. */
export function pullRequestOf(part: Partial<PullRequest> = {}): PullRequest {
  return {
    number: 2,
    author: { login: 'octocat', isBot: false },
    head: { commit: 'a'.repeat(40), branch: 'changes', repository: { owner: 'acme', name: 'shop' } },
    base: { commit: 'b'.repeat(40), branch: 'main' },
    isDraft: false,
    text: '',
    labels: [],
    ...part,
  };
}

export function pullRequestTrigger(
  part: Partial<PullRequest> = {},
  event: 'pull_request' | 'pull_request_target' = 'pull_request',
): EventTrigger {
  return { kind: 'pull-request', event, pullRequest: pullRequestOf(part) };
}

/** A comment of an owner at somebody's pull request. */
export function commentTrigger(
  comment: Partial<TriggeringComment> = {},
  at: Partial<CommentedPullRequest> = {},
): Extract<EventTrigger, { kind: 'comment' }> {
  const author = { login: 'octocat', isBot: false };
  return {
    kind: 'comment',
    pullRequest: 2,
    at: { author: 'hubot', labels: [], ...at },
    comment: { id: 1, body: '/agent-generate', author, association: 'OWNER', isEdited: false, ...comment },
  };
}
