import type { EventTrigger, PullRequest } from '../../src/domain/event.ts';

/** A pull request of a branch of the repository itself, where nothing else is said. */
export function pullRequestOf(part: Partial<PullRequest> = {}): PullRequest {
  return {
    number: 2,
    author: { login: 'octocat', isBot: false },
    head: { commit: 'a'.repeat(40), branch: 'changes', repository: { owner: 'acme', name: 'shop' } },
    base: { commit: 'b'.repeat(40), branch: 'main' },
    isDraft: false,
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
