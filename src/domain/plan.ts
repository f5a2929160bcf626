import type { SetupTool } from './pipeline.ts';

/** The checks of a pipeline as the matrix of a later job of the same run (docs/action.md). */
export interface Plan {
  /** 1 to 256. */
  readonly include: readonly PlanEntry[];
}

/** What an action brings before the commands. */
export type PlanTool =
  | SetupTool
  | 'golangci-lint'
  | 'cargo-deny'
  | 'nextest'
  | 'cargo-llvm-cov'
  | 'tflint'
  | 'chart-testing';

/** How a tool is set up; what is absent has no value in the repository. */
export interface PlanSetup {
  readonly version?: string;
  readonly 'version-file'?: string;
  /** Of what the tool runs on, where one action brings both: OTP for Elixir. */
  readonly 'runtime-version'?: string;
  /** The folder that the tool is for, where it is not the root. */
  readonly directory?: string;
  /** The manager whose downloads are cached, and the files that key the cache, one a line. */
  readonly cache?: string;
  readonly 'cache-files'?: string;
  /** Parts of the tool beside its core, such as `clippy`. */
  readonly components?: string;
}

export interface PlanCommand {
  readonly name: string;
  readonly run: string;
  readonly directory: string;
}

/** One job of the matrix. */
export interface PlanEntry {
  readonly id: string;
  readonly name: string;
  /** A label, or several. */
  readonly runner: string | readonly string[];
  /** Minutes. */
  readonly timeout: number;
  /** In the order in which they must come. */
  readonly setup: readonly (PlanSetup & { readonly tool: PlanTool })[];
  /** The same by tool: an expression of a workflow cannot search a list. */
  readonly tools: Readonly<Partial<Record<PlanTool, PlanSetup>>>;
  /** At most MOST_COMMANDS, since a workflow has no loop over steps. */
  readonly commands: readonly PlanCommand[];
  /** What generated.yml does for this unit and a plan cannot, one sentence each. */
  readonly omitted?: readonly string[];
}

export const MOST_COMMANDS = 8;

/** Why a plan is what it is, for the job that must tell nothing to do from nothing done. */
export type PlanState =
  /** Every check that the change concerns is in it. */
  | 'complete'
  /** Something that the change concerns is left out of it, or the fork has no part in it. */
  | 'partial'
  /** The change concerns no check. */
  | 'none-needed'
  /** More than one matrix takes. */
  | 'too-large'
  /** The job would have the base's rights. */
  | 'not-safe'
  /** The pipeline is not proven, or the run failed. */
  | 'not-proven'
  | 'not-served';
