import type { Actor, PullRequest } from './event.ts';
import type { ChangedFile, FileHistory } from './repository.ts';
import type { Tree } from './tree.ts';

/** A comment of a pull request's conversation. */
export interface PostedComment {
  readonly id: number;
  readonly body: string;
  /** Whether it was written by whom our token speaks for: anybody else may have copied our marker. */
  readonly isOwn: boolean;
  /** Where a person can look at it. */
  readonly url: string;
  /** Null where the account is no longer there. */
  readonly author: Actor | null;
  /** What the author is to the repository, in GitHub's words. */
  readonly association: string;
  /** Whether it was changed after it had been written: by anybody who may write, and GitHub does not tell by whom. */
  readonly isEdited: boolean;
}

/** The conversation of one pull request. Every method throws what GitHub's clients throw: the codes that begin with `GITHUB_`. */
export interface Conversation {
  /** All comments, every page, oldest first. */
  list(): Promise<readonly PostedComment[]>;
  create(body: string): Promise<PostedComment>;
  /** Null where the comment is no longer there. */
  update(id: number, body: string): Promise<PostedComment | null>;
}

/** How a pull request stands now. */
export interface PullRequestState {
  /** Full object id. */
  readonly headCommit: string;
  readonly isOpen: boolean;
  readonly labels: readonly string[];
}

/** The text of a pull request as it stands now, and whose it is. */
export interface PullRequestText {
  /** Untrusted. */
  readonly text: string;
  /** Null where the account is no longer there. */
  readonly author: Actor | null;
  /** Whoever edited it last; null where nobody has, or that account is no longer there. */
  readonly editor: Actor | null;
  readonly isEdited: boolean;
}

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

/** One pull request as the API tells it. */
export interface PullRequestReader {
  /** All that an event would tell of it: a comment's tells the number alone. */
  details(): Promise<PullRequest>;
  state(): Promise<PullRequestState>;
  /**
   * Its changed files, sorted by path; null where GitHub does not tell them all (more than 3,000, or counts that cannot be true), so that
   * everything must count as changed.
   */
  changedFiles(): Promise<readonly ChangedFile[] | null>;
}

/** The same with what people have written there. */
export interface RemotePullRequest extends PullRequestReader {
  /** All comments, oldest first; listed once. */
  comments(): Promise<readonly PostedComment[]>;
  /** Its text as it stands now, and who has edited it. */
  text(): Promise<PullRequestText>;
}

/** A file of the run's artifact. */
export interface ArtifactFile {
  /** Relative to the artifact's root. */
  readonly path: string;
  readonly content: string;
}

/** Where a run keeps files for people. Throws ARTIFACT_FAILED. */
export interface Artifacts {
  /** Gives the address where it can be fetched. */
  upload(name: string, files: readonly ArtifactFile[]): Promise<string>;
}
