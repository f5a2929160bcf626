import type { Configuration } from './configuration.ts';
import type { Trigger } from './event.ts';
import type { Finding } from './finding.ts';
import type { Tree } from './tree.ts';

/** A commit and the words by which it was named. */
export interface Revision {
  readonly name: string;
  /** Full object id. */
  readonly commit: string;
}

export type ChangeStatus = 'added' | 'modified' | 'removed' | 'renamed' | 'mode-changed';

/** One path of the difference between the merge base and the head (or the work tree). */
export interface ChangedFile {
  readonly path: string;
  readonly status: ChangeStatus;
  /** The path before a rename. */
  readonly previousPath?: string;
}

/** Where a repository keeps the request that it has accepted, and our settings. */
export const CONFIGURATION_PATH = '.github/agent-generate.yml';

/** Whether GitHub takes what lies at a path for a workflow: ours are some. */
export function isWorkflow(path: string): boolean {
  return /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path);
}

/** The earlier versions of files, from one place that has them. */
export interface FileHistory {
  /**
   * The texts of the file at `path` as the commits that changed it have them, newest first, at most 20; empty where that cannot be told. Lines
   * end with LF.
   */
  versionsOf(path: string): Promise<readonly string[]>;
}

/** What happened and to which files: all that later stages may know of the outside. */
export interface RepositoryContext {
  readonly trigger: Trigger;
  /** The tree that is profiled, where the configuration lets it be looked at: untrusted. */
  readonly tree: Tree;
  /** The same tree with what the configuration leaves out; the very same where it leaves out nothing. */
  readonly wholeTree: Tree;
  /** The tree that configuration, policies and waivers are read from; null where there is no commit: then there are none. */
  readonly baseTree: Tree | null;
  /** As it is in `baseTree`; null where that has none. */
  readonly configuration: Configuration | null;
  /** Null where no base is known. */
  readonly base: Revision | null;
  /** Null: the work tree as it is. */
  readonly head: Revision | null;
  /** The branch that pull requests go to, where it can be known. */
  readonly defaultBranch: string | null;
  /** Of the head; nearest first, since each costs more to ask than the one before it. */
  readonly histories: readonly FileHistory[];
  /** Sorted by path; null where no base is known: then everything counts as changed. */
  readonly changedFiles: readonly ChangedFile[] | null;
  /** What is wrong with the head's configuration, which does not hold yet. */
  readonly findings: readonly Finding[];
  /** One sentence each: what could not be known of base or difference, and what was done instead. */
  readonly notes: readonly string[];
}

/** The commit of the head: the event names that of a work tree which may be GitHub's merge of it. Null where nothing has named one. */
export function headCommitOf({ trigger, head }: Pick<RepositoryContext, 'trigger' | 'head'>): string | null {
  return head?.commit ?? namedHead(trigger);
}

function namedHead(trigger: Trigger): string | null {
  if (trigger.kind === 'pull-request') return trigger.pullRequest.head.commit;
  return trigger.kind === 'push' ? trigger.after : null;
}
