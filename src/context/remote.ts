import type { PullRequest } from '../domain/event.ts';
import type { PullRequestReader } from '../domain/github.ts';
import type { FileHistory } from '../domain/repository.ts';
import type { Tree } from '../domain/tree.ts';

/** What GitHub's API tells where the checkout does not. Everything throws the codes that begin with `GITHUB_`. */
export interface Remote {
  tree(commit: string): Tree;
  /** Never rejects for what GitHub does not tell. */
  history(commit: string): FileHistory;
  pullRequest(number: number): RemotePullRequest;
  /** The commit that a reference points to now: `refs/heads/…` or `refs/tags/…`. */
  commitOf(ref: string): Promise<string>;
}

export interface RemotePullRequest extends PullRequestReader {
  /** All that an event would tell of it: a comment's tells the number alone. */
  details(): Promise<PullRequest>;
}
