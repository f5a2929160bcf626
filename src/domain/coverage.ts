import type { Evidence } from './evidence.ts';

/** Names that a trigger of GitHub is for, by patterns as it reads them: all of them where neither list says anything. */
export interface NameFilter {
  readonly only: readonly string[];
  readonly except: readonly string[];
}

/** A task of the repository's own task runners, by what tells it from the others. */
export interface TaskName {
  /** `script`: of a package.json, started by its package manager. */
  readonly runner: 'make' | 'just' | 'task' | 'script';
  readonly name: string;
  /** Where it is started. */
  readonly directory: string;
}

/** What starts the step: every pull request to such a branch that changes such a path. */
export interface CoveringStep {
  readonly by: Evidence;
  /** Files of tasks and scripts by which it runs that; absent where it does so itself. */
  readonly through?: readonly string[];
  readonly branches: NameFilter;
  readonly paths: NameFilter;
}

/** A command of a unit, the image of a service, or a task of the repository's own that a step of the repository's own workflows runs. */
export type CoveredRun =
  | (CoveringStep & { readonly kind: 'command'; readonly run: string; readonly directory: string })
  | (CoveringStep & { readonly kind: 'image'; readonly service: string; readonly directory: string })
  | (CoveringStep & TaskName & { readonly kind: 'task' });

/** What must come about before such a step runs, beside its branch and paths. */
export type Condition =
  /** This expression of the workflow, which the run alone can tell. */
  | { readonly kind: 'condition'; readonly name: string }
  /** That nothing is found which this command mends: for that it does not fail. */
  | { readonly kind: 'mended'; readonly name: string }
  /** A push to such a branch, whoever asks for it to be merged. */
  | { readonly kind: 'push' };

/** What a step of the repository's own workflows runs now and then. */
export type ConditionalRun = CoveredRun & { readonly condition: Condition };

/** What the repository's own workflows of GitHub run already, of what a pipeline would. */
export interface Coverage {
  readonly runs: readonly CoveredRun[];
  /** What they run where more than a pull request comes about: nothing is left to these. */
  readonly conditional: readonly ConditionalRun[];
  /** Paths of those workflows that do nothing else. */
  readonly replaceable: readonly string[];
}

/** A check, some commands of it, or a command of somebody's own, that is not generated, since the repository's own workflows run all of that. */
export interface Covered {
  /** The name of the unit, as its jobs would have it, of the service, or of the command of somebody's own. */
  readonly subject: string;
  /** A check, or `image`; null for a command of somebody's own. */
  readonly check: string | null;
  /** The commands that would have been generated for it; none for an image that a Dockerfile makes. */
  readonly commands: readonly { readonly run: string; readonly directory: string }[];
  /** Whether the check has further commands, which are generated; absent where it has none. */
  readonly isPart?: true;
  /** The steps, sorted by nothing but the commands that they run. */
  readonly by: readonly Evidence[];
}

/**
 * A pull request that does not start such a step, though it concerns the check: one to this branch, one that changes this file alone, one that
 * does not meet this condition, one whose faults this command mends and does not tell, one from a fork (`name` is empty), or any before it is
 * merged into this branch.
 */
export interface Missed {
  readonly kind: 'branch' | 'path' | 'condition' | 'mended' | 'fork' | 'merge';
  readonly name: string;
}

/** A check that is generated although the repository's own workflows run all of it, since they do not do so on every pull request. */
export interface Overlap extends Covered {
  readonly missed: Missed;
}

/** How workflows that are there are treated: what they check stays with them, or everything is generated as if there were none. */
export const EXISTING = ['keep', 'replace'] as const;
export type Existing = (typeof EXISTING)[number];
