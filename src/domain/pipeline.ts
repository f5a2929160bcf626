import type { Evidence, Sourced } from './evidence.ts';
import type { Intent } from './request.ts';

/** A pipeline before it is anybody's syntax: what to run, when, and why. Permissions, pins and concurrency are the printer's to derive. */
export interface Pipeline {
  readonly name: string;
  readonly triggers: readonly PipelineTrigger[];
  /** In the order in which they are printed. Every `needs` names an earlier job. */
  readonly jobs: readonly Job[];
  /** Wishes that no printer can do yet; each becomes the finding `INTENT_NOT_SUPPORTED`. */
  readonly unsupported: readonly Intent[];
}

export type PipelineTrigger =
  | { readonly on: 'pull_request'; readonly branches: readonly string[]; readonly paths: readonly string[] }
  | { readonly on: 'push'; readonly branches: readonly string[] | 'default'; readonly paths: readonly string[] }
  | { readonly on: 'schedule'; readonly cron: string }
  | { readonly on: 'manual' }
  | { readonly on: 'merge_group' };

/** A named set of globs: what a change must touch to concern a job. */
export interface ChangeGroup {
  readonly name: string;
  readonly globs: readonly string[];
}

export type Condition =
  /** Only if the change touches one of these groups. */
  { readonly kind: 'changed'; readonly groups: readonly string[] } | { readonly kind: 'always' };

export interface Job {
  /** Unique, kebab case. `ci-gate` and `changes` are reserved. */
  readonly id: string;
  readonly name: string;
  readonly runner: readonly string[];
  readonly timeoutMinutes: number;
  readonly needs: readonly string[];
  readonly condition: Condition | null;
  /** Rows of a matrix, each a flat record with the same keys; null is one plain job. */
  readonly matrix: readonly Readonly<Record<string, string>>[] | null;
  readonly containers: readonly ServiceContainer[];
  readonly environment: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  /** One sentence that is printed above the job, where its being there has a reason worth reading. */
  readonly comment: string | null;
  readonly because: readonly Evidence[];
}

/** A database or broker beside a job. */
export interface ServiceContainer {
  readonly name: string;
  readonly image: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  /** A command that succeeds once it is ready. */
  readonly health: string | null;
  readonly because: readonly Evidence[];
}

export type SetupVersion =
  | { readonly kind: 'file'; readonly file: string; readonly because: readonly Evidence[] }
  | { readonly kind: 'value'; readonly value: string; readonly because: readonly Evidence[] }
  | { readonly kind: 'default'; readonly value: string };

/** What a step does; each kind is printed by one function of each printer. */
export type Step =
  | { readonly kind: 'checkout'; readonly history: 'shallow' | 'full' }
  | {
      readonly kind: 'setup';
      readonly tool: string;
      readonly version: SetupVersion | null;
      /** The manager whose downloads are cached, and its lock files; null where there is nothing to key a cache on. */
      readonly cache: { readonly manager: string; readonly files: readonly string[] } | null;
    }
  | {
      readonly kind: 'cache';
      readonly name: string;
      readonly paths: readonly string[];
      readonly files: readonly string[];
    }
  | {
      readonly kind: 'run';
      readonly name: string;
      readonly run: string;
      readonly directory: string;
      readonly environment: Readonly<Record<string, string>>;
      readonly because: readonly Evidence[];
    }
  | { readonly kind: 'changes'; readonly groups: readonly ChangeGroup[] }
  | {
      readonly kind: 'build-image';
      readonly service: string;
      readonly dockerfile: string;
      readonly context: string;
      readonly target: string | null;
      readonly buildArgs: Readonly<Record<string, string>>;
      readonly because: readonly Evidence[];
    }
  | { readonly kind: 'gate'; readonly needs: readonly string[] };

/** A value of the plan that has no line in the repository, with the sentence that stands in its place. */
export type Reasoned<T> = Sourced<T> & { readonly why: string };
