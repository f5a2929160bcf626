/** Event payloads in the shapes that GitHub documents, with some fields that we do not use. */
export const HEAD = 'a'.repeat(40);
export const BASE = 'b'.repeat(40);
const NONE = '0'.repeat(40);

const octocat = { login: 'octocat', id: 1, type: 'User', site_admin: false };

export const repository = {
  id: 186853002,
  name: 'shop',
  full_name: 'acme/shop',
  private: false,
  owner: { login: 'acme', id: 2, type: 'Organization' },
  default_branch: 'main',
};

export const pullRequest = {
  url: 'https://api.github.com/repos/acme/shop/pulls/2',
  id: 279147437,
  number: 2,
  state: 'open',
  title: 'Update the README with new information.',
  user: octocat,
  body: 'This is a pretty simple change.',
  labels: [{ id: 3, name: 'bug', color: 'fc2929' }],
  draft: false,
  head: { label: 'acme:changes', ref: 'changes', sha: HEAD, user: octocat, repo: repository },
  base: { label: 'acme:main', ref: 'main', sha: BASE, user: octocat, repo: repository },
  merge_commit_sha: null,
  changed_files: 1,
};

export const pullRequestEvent = {
  action: 'synchronize',
  number: 2,
  before: BASE,
  after: HEAD,
  pull_request: pullRequest,
  repository,
  sender: octocat,
};

export const issueCommentEvent = {
  action: 'created',
  issue: {
    number: 2,
    title: 'Update the README with new information.',
    user: octocat,
    pull_request: { url: 'https://api.github.com/repos/acme/shop/pulls/2' },
  },
  comment: {
    id: 492700400,
    body: '/agent-generate lint the Go code',
    user: octocat,
    created_at: '2026-05-15T15:20:21Z',
    updated_at: '2026-05-15T15:20:21Z',
    author_association: 'OWNER',
  },
  repository,
  sender: octocat,
};

export const pushEvent = {
  ref: 'refs/heads/changes',
  before: BASE,
  after: HEAD,
  created: false,
  deleted: false,
  forced: false,
  commits: [],
  head_commit: null,
  repository,
  pusher: { name: 'octocat' },
  sender: octocat,
};

export const newBranchEvent = { ...pushEvent, before: NONE, created: true };
export const deletedBranchEvent = { ...pushEvent, after: NONE, deleted: true };

export const workflowDispatchEvent = {
  ref: 'refs/heads/changes',
  inputs: { request: 'lint the Go code' },
  workflow: '.github/workflows/agent-generate.yml',
  repository,
  sender: octocat,
};

export const repositoryDispatchEvent = {
  action: 'regenerate',
  branch: 'main',
  client_payload: { unit: false },
  repository,
  sender: octocat,
};

export const scheduleEvent = { schedule: '0 3 * * 1', workflow: '.github/workflows/agent-generate.yml' };
