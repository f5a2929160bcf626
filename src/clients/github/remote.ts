import * as z from 'zod/mini';
import { ActionError } from '../../domain/errors.ts';
import type { RepositoryName } from '../../domain/event.ts';
import type { PostedComment, Remote, RemotePullRequest } from '../../domain/github.ts';
import type { Tree } from '../../domain/tree.ts';
import { apiTree } from './api-tree.ts';
import type { GitHubClient } from './client.ts';
import { conversation } from './conversation.ts';
import { apiHistory } from './file-history.ts';
import { mayWrite } from './permissions.ts';
import { pullRequestText } from './pull-request-text.ts';
import { pullRequestReader } from './pull-requests.ts';

/** Each tree and each pull request is one and the same for all who ask for it, so that nothing is asked of GitHub twice. */
export function remoteRepository(client: GitHubClient, repository: RepositoryName): Remote {
  const trees = new Map<string, Tree>();
  const pullRequests = new Map<number, RemotePullRequest>();
  const writers = new Map<string, Promise<boolean>>();
  return {
    tree: (commit) => keptIn(trees, commit, () => apiTree(client, repository, commit)),
    history: (commit) => apiHistory(client, repository, commit),
    pullRequest: (number) => keptIn(pullRequests, number, () => remotePullRequest(client, repository, number)),
    mayWrite: (login) => keptIn(writers, login.toLowerCase(), () => mayWrite(client, repository, login)),
    commitOf: (ref) => commitOf(client, repository, ref),
  };
}

function remotePullRequest(client: GitHubClient, repository: RepositoryName, number: number): RemotePullRequest {
  const comments = new Map<number, Promise<readonly PostedComment[]>>();
  return {
    ...pullRequestReader(client, repository, number),
    comments: () => keptIn(comments, number, () => conversation(client, repository, number).list()),
    text: () => pullRequestText(client, repository, number),
  };
}

function keptIn<K, V>(kept: Map<K, V>, key: K, make: () => V): V {
  const value = kept.get(key) ?? make();
  kept.set(key, value);
  return value;
}

const TargetSchema = z.object({ object: z.object({ type: z.string(), sha: z.string() }) });

/** An annotated tag stands between the reference and the commit. */
async function commitOf(client: GitHubClient, { owner, name: repo }: RepositoryName, ref: string): Promise<string> {
  const short = ref.replace(/^refs\//, '');
  const { object } = await client.read(
    'GET /repos/{owner}/{repo}/git/ref/{ref}',
    { owner, repo, ref: short },
    TargetSchema,
  );
  if (object.type === 'commit') return object.sha;
  const route = 'GET /repos/{owner}/{repo}/git/tags/{tag_sha}';
  const tag = await client.read(route, { owner, repo, tag_sha: object.sha }, TargetSchema);
  if (tag.object.type === 'commit') return tag.object.sha;
  throw new ActionError('GITHUB_NOT_FOUND', `${ref} of ${owner}/${repo} points to no commit.`);
}
