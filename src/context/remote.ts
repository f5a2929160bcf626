import type { PullRequest } from '../domain/event.ts';
import type { PostedComment, PullRequestReader, PullRequestText } from '../domain/github.ts';
import type { FileHistory } from '../domain/repository.ts';
import type { Tree } from '../domain/tree.ts';

/** What GitHub's API tells where the checkout does not. Everything throws the codes that begin with `GITHUB_`. */
export interface Remote {
  tree(commit: string): Tree;
  /** Never rejects for what GitHub does not tell. */
  history(commit: string): FileHistory;
  pullRequest(number: number): RemotePullRequest;
  /** Whether somebody may write to the repository; a login is asked about once. */
  mayWrite(login: string): Promise<boolean>;
  /** The commit that a reference points to now: `refs/heads/…` or `refs/tags/…`. */
  commitOf(ref: string): Promise<string>;
}

export interface RemotePullRequest extends PullRequestReader {
  /** All that an event would tell of it: a comment's tells the number alone. */
  details(): Promise<PullRequest>;
  /** All comments, oldest first; listed once. */
  comments(): Promise<readonly PostedComment[]>;
  /** Its text as it stands now, and who has edited it. */
  text(): Promise<PullRequestText>;
}
