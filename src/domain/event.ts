/** A repository of a GitHub server. */
export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

/** Somebody, as GitHub tells it. The login of a bot ends with `[bot]`, but what tells it is its type. */
export interface Actor {
  readonly login: string;
  readonly isBot: boolean;
}

/** A pull request as the event tells it: all its text is untrusted. */
export interface PullRequest {
  readonly number: number;
  readonly author: Actor;
  readonly head: {
    /** Full object id. */
    readonly commit: string;
    readonly branch: string;
    /** Null where the fork is no longer there. */
    readonly repository: RepositoryName | null;
  };
  readonly base: { readonly commit: string; readonly branch: string };
  readonly isDraft: boolean;
  /** What its author has written below the title. */
  readonly text: string;
  /** Names of its labels. */
  readonly labels: readonly string[];
}

/** A comment that started a run. */
export interface TriggeringComment {
  readonly id: number;
  readonly body: string;
  readonly author: Actor;
  /** What the author is to the repository, in GitHub's words: `OWNER`, `MEMBER`, `COLLABORATOR`, or less. */
  readonly association: string;
  /** Whether it was changed after it had been written. */
  readonly isEdited: boolean;
}

/** What a comment's event tells of the pull request that it stands at. */
export interface CommentedPullRequest {
  /** Login of its author; null where the account is no longer there. */
  readonly author: string | null;
  readonly labels: readonly string[];
}

/** What started the run. */
export type Trigger =
  | { readonly kind: 'command-line' }
  | {
      readonly kind: 'pull-request';
      /** On `pull_request_target` the job has the base's rights: the head is data, and is never checked out. */
      readonly event: 'pull_request' | 'pull_request_target';
      readonly pullRequest: PullRequest;
    }
  | {
      readonly kind: 'comment';
      readonly pullRequest: number;
      readonly at: CommentedPullRequest;
      readonly comment: TriggeringComment;
    }
  | {
      readonly kind: 'push';
      /** What the branch pointed to; null where it is new. */
      readonly before: string | null;
      readonly after: string;
      /** `refs/heads/…` or `refs/tags/…`. */
      readonly ref: string;
    }
  | { readonly kind: 'workflow-dispatch' | 'schedule' | 'repository-dispatch'; readonly ref: string };

/** Of the pull request that a run is about; null where it is about none. */
export function pullRequestNumber(trigger: Trigger | null): number | null {
  if (trigger?.kind === 'pull-request') return trigger.pullRequest.number;
  return trigger?.kind === 'comment' ? trigger.pullRequest : null;
}

/** What starts a run on GitHub. */
export type EventTrigger = Exclude<Trigger, { readonly kind: 'command-line' }>;

/** What the job's own token may do here, as far as the event tells it before anything is tried. */
export type Power =
  | { readonly kind: 'as-granted' }
  /** It can read and no more; the reason is a sentence. */
  | { readonly kind: 'read-only'; readonly why: string };

/** The run that we are a part of, and where it can be looked at. */
export interface WorkflowRun {
  /** Of the repository whose workflow it is: never the fork. */
  readonly repository: RepositoryName;
  readonly id: number;
  readonly attempt: number;
  /** `https://github.com/…/actions/runs/<id>`. */
  readonly url: string;
  /** Who started it. */
  readonly actor: string;
  readonly eventName: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
}

/** The label that takes a pull request out. */
export const OPT_OUT_LABEL = 'agent-generate: off';
