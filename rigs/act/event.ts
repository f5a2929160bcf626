import type { Checkout, Side } from './checkout.ts';

/** The name that the repository has on GitHub while its pipeline runs here. */
export const REPOSITORY = 'example/repository';

const FULL = {
  id: 1,
  name: 'repository',
  full_name: REPOSITORY,
  private: false,
  fork: false,
  default_branch: 'main',
  html_url: `https://github.com/${REPOSITORY}`,
  owner: { login: 'example', type: 'Organization' },
};

const FORK = { ...FULL, id: 2, full_name: 'octocat/repository', fork: true, owner: { login: 'octocat', type: 'User' } };

const SENDER = { login: 'octocat', type: 'User' };

/** The webhook payload of the event, with the fields that workflows read. https://docs.github.com/webhooks/webhook-events-and-payloads */
export function eventOf(event: 'pull_request' | 'push', { base, head }: Checkout, fork = false): unknown {
  const repository = { ...FULL, default_branch: base.branch };
  switch (event) {
    case 'pull_request':
      return {
        action: 'synchronize',
        number: 1,
        pull_request: pullRequest(base, head, fork),
        repository,
        sender: SENDER,
      };
    case 'push':
      return {
        ref: `refs/heads/${head.branch}`,
        before: base.sha,
        after: head.sha,
        created: false,
        deleted: false,
        forced: false,
        head_commit: { id: head.sha },
        repository,
        sender: SENDER,
      };
  }
}

function pullRequest(base: Side, head: Side, fork: boolean) {
  return {
    number: 1,
    state: 'open',
    draft: false,
    title: 'A pull request',
    body: '',
    labels: [],
    user: SENDER,
    author_association: 'MEMBER',
    base: { ref: base.branch, sha: base.sha, repo: FULL },
    head: { ref: head.branch, sha: head.sha, repo: fork ? FORK : FULL },
  };
}
