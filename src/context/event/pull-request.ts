import type { PullRequest } from '../../domain/event.ts';
import type { PullRequestPayload } from './payloads.ts';

/** A pull request in our words. */
export function pullRequestOf({ number, user, head, base, draft, labels }: PullRequestPayload): PullRequest {
  return {
    number,
    author: { login: user.login, isBot: user.type === 'Bot' },
    head: {
      commit: head.sha,
      branch: head.ref,
      repository: head.repo && { owner: head.repo.owner.login, name: head.repo.name },
    },
    base: { commit: base.sha, branch: base.ref },
    isDraft: draft,
    labels: labels.map(({ name }) => name),
  };
}
