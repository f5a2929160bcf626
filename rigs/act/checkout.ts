import { mkdir } from 'node:fs/promises';
import { RigError } from './error.ts';
import { git } from './git.ts';

/** A commit and the branch that it is called by. */
export interface Side {
  readonly sha: string;
  readonly branch: string;
}

export interface Checkout {
  readonly directory: string;
  readonly base: Side;
  readonly head: Side;
}

export interface CheckoutRequest {
  readonly repository: string;
  readonly base: string;
  readonly head: string;
  readonly event: 'pull_request' | 'push';
  /** Where to put it: a folder that does not exist yet. */
  readonly into: string;
}

/**
 * A checkout as actions/checkout would leave it, apart from the person's own: for a pull request the merge of head into base, for a push
 * the pushed commit on its branch; with the whole history and `origin/<branch>` of both sides. Only commits are taken, never uncommitted changes.
 * Rejects with GIT_FAILED, or with MERGE_CONFLICT where GitHub would start no workflow.
 */
export async function makeCheckout(request: CheckoutRequest): Promise<Checkout> {
  const { repository, into } = request;
  const base = await sideOf(repository, request.base, 'main');
  const named = await sideOf(repository, request.head, 'pull-request');
  const head =
    named.branch === base.branch && request.event === 'pull_request' ? { ...named, branch: 'pull-request' } : named;
  await fetchInto(into, repository, [base, head]);
  if (request.event === 'push') await git(into, 'checkout', '--quiet', '-B', head.branch, head.sha);
  else await git(into, 'checkout', '--quiet', '--detach', await mergeOf(into, base, head));
  return { directory: into, base, head };
}

async function sideOf(repository: string, revision: string, otherwise: string): Promise<Side> {
  const sha = await git(
    repository,
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ).catch(() => {
    throw new RigError(
      'GIT_FAILED',
      `${repository} is no git repository, or has no commit ${revision}: name a branch, a tag or a SHA of it.`,
    );
  });
  const name = await git(repository, 'rev-parse', '--abbrev-ref', '--end-of-options', revision).catch(() => '');
  const branch =
    name
      .split('\n')
      .at(-1)
      ?.replace(/^origin\//, '') ?? '';
  return {
    sha,
    branch: branch === '' || branch === 'HEAD' || branch === revision.match(/^[0-9a-f]{40}$/)?.[0] ? otherwise : branch,
  };
}

async function fetchInto(folder: string, repository: string, sides: readonly Side[]): Promise<void> {
  await mkdir(folder);
  await git(folder, 'init', '--quiet', '--template=', '--initial-branch=unborn');
  await git(
    folder,
    'fetch',
    '--quiet',
    '--no-tags',
    repository,
    ...sides.map(({ sha, branch }) => `+${sha}:refs/remotes/origin/${branch}`),
  );
  // A job must not be able to push into the person's repository.
  await git(folder, 'remote', 'add', 'origin', 'https://github.invalid/example/repository');
}

async function mergeOf(folder: string, base: Side, head: Side): Promise<string> {
  const tree = await git(folder, 'merge-tree', '--write-tree', base.sha, head.sha).catch((cause: unknown) => {
    throw new RigError(
      'MERGE_CONFLICT',
      'the head cannot be merged into the base, so GitHub would start no workflow: merge the base first.',
      { cause },
    );
  });
  return git(folder, 'commit-tree', '-p', base.sha, '-p', head.sha, '-m', `Merge ${head.sha} into ${base.sha}`, tree);
}
