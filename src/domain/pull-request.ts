import type { PullRequest, RepositoryName } from './event.ts';

interface Account {
  readonly login: string;
  readonly type: string;
}

/** A pull request in GitHub's words: its events and its API use the same. */
export interface ToldPullRequest {
  readonly number: number;
  readonly user: Account;
  readonly head: {
    readonly sha: string;
    readonly ref: string;
    readonly repo: (Pick<RepositoryName, 'name'> & { readonly owner: Pick<Account, 'login'> }) | null;
  };
  readonly base: { readonly sha: string; readonly ref: string };
  readonly draft: boolean;
  readonly body?: string | null | undefined;
  readonly labels: readonly { readonly name: string }[];
}

/** A pull request in our words. */
export function pullRequestOf({ number, user, head, base, draft, body, labels }: ToldPullRequest): PullRequest {
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
    text: body ?? '',
    labels: labels.map(({ name }) => name),
  };
}
