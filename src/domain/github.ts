import type { Actor } from './event.ts';
import type { ChangedFile } from './repository.ts';

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

/** One pull request as the API tells it. Throws the codes that begin with `GITHUB_`. */
export interface PullRequestReader {
  state(): Promise<PullRequestState>;
  /**
   * Its changed files, sorted by path; null where GitHub does not tell them all (more than 3,000, or counts that cannot be true), so that
   * everything must count as changed. (github-facts.md, rows 17 to 19)
   */
  changedFiles(): Promise<readonly ChangedFile[] | null>;
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
