import type { ContainerSettings } from './container.ts';
import type { Covered, Overlap } from './coverage.ts';
import type { Evidence } from './evidence.ts';
import type { ImagePush } from './image-push.ts';
import type { ImageBuild, Matrix, MatrixRows } from './matrix.ts';
import type { PackageToken } from './package-token.ts';
import type { Submodules } from './profile.ts';
import type { Publication } from './publication.ts';
import type { Intent } from './request.ts';
import type { SetUpInput } from './set-up-input.ts';

/** A pipeline before it is anybody's syntax: what to run, when, and why. Permissions, pins and concurrency are the printer's to derive. */
export interface Pipeline {
  readonly name: string;
  readonly triggers: readonly PipelineTrigger[];
  /** False where a run may become a release: what another run has cached is no part of one. */
  readonly caches: boolean;
  /** In the order in which they are printed. Every `needs` names an earlier job. */
  readonly jobs: readonly Job[];
  /** Checks that are not in the jobs, since the repository's own workflows run them. */
  readonly covered: readonly Covered[];
  /** Checks of the jobs that those workflows run too, on some pull requests. */
  readonly overlaps: readonly Overlap[];
  /** What a person must set up elsewhere before it works, a sentence each. */
  readonly setup: readonly string[];
  /** What was wished and is not in the jobs; each becomes the finding `INTENT_NOT_SUPPORTED`. */
  readonly unsupported: readonly Unsupported[];
}

/** Whether the repository's own workflows run all that there would be to run: then nothing but the gate is left. */
export function isAllCovered({ jobs, covered }: Pick<Pipeline, 'jobs' | 'covered'>): boolean {
  return covered.length > 0 && jobs.every(({ steps }) => steps.every(({ kind }) => kind === 'gate'));
}

/** A wish that was left out, whole or in part. */
export interface Unsupported {
  readonly intent: Intent;
  /** What was left out and why: one sentence. */
  readonly why: string;
  /** Where the repository shows it; null where somebody asked for it, or no line does. */
  readonly at: Evidence | null;
}

export type PipelineTrigger =
  | { readonly on: 'pull_request'; readonly branches: readonly string[]; readonly paths: readonly string[] }
  | {
      readonly on: 'push';
      readonly branches: readonly string[];
      readonly paths: readonly string[];
      /** Nobody named the branches, and the repository's default branch is not known: the usual names stand for it. */
      readonly isAssumed: boolean;
    }
  | { readonly on: 'schedule'; readonly cron: string }
  | { readonly on: 'manual' }
  | { readonly on: 'merge_group' }
  /** Of a release's file alone. */
  | { readonly on: 'tag'; readonly tags: readonly string[] };

/** A named set of globs, as git understands them: what a change must touch to concern the jobs of that name. */
export interface ChangeGroup {
  readonly name: string;
  readonly globs: readonly string[];
}

export type Condition =
  /** Only if the change touches this group. */
  | { readonly kind: 'changed'; readonly group: string }
  /** Only for what of that output's rows the change touches. A job with a matrix is never skipped whole: a row that does nothing stands for none. */
  | { readonly kind: 'rows'; readonly output: string }
  /** Only for a push to the default branch. */
  | { readonly kind: 'default-branch' }
  /** Of a release: only for a tag that was pushed; only where a person has started it, on the default branch. */
  | { readonly kind: 'tag' }
  | { readonly kind: 'manual' }
  | { readonly kind: 'always' };

export interface Job {
  /** Unique, kebab case, at most 99 characters. `ci-gate` and `changes` are reserved. */
  readonly id: string;
  readonly name: string;
  readonly runner: readonly string[];
  readonly timeoutMinutes: number;
  /** The protected environment that holds what it needs; absent where it needs nothing. */
  readonly environment?: string;
  readonly needs: readonly string[];
  readonly condition: Condition | null;
  readonly matrix: Matrix | null;
  readonly containers: readonly ServiceContainer[];
  readonly steps: readonly Step[];
  /** Sentences that are printed above the job, where its being there has a reason worth reading. */
  readonly comments: readonly string[];
  readonly because: readonly Evidence[];
}

/** A database, a broker or another server beside a job; its image has a digest, where one is known. */
export interface ServiceContainer extends ContainerSettings {
  readonly name: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly because: readonly Evidence[];
}

/** Where a tool's version comes from. `default` has no line in the repository, and says so. */
export type SetupVersion =
  | { readonly kind: 'file'; readonly file: string; readonly because: readonly Evidence[] }
  | {
      readonly kind: 'value';
      readonly value: string;
      /** As it stands in the repository, where that is another value. */
      readonly written?: string;
      readonly because: readonly Evidence[];
    }
  | { readonly kind: 'default'; readonly value: string }
  | { readonly kind: 'matrix' };

export type SetupTool =
  | 'go'
  | 'node'
  | 'pnpm'
  | 'bun'
  | 'python'
  | 'uv'
  | 'java'
  | 'gradle'
  | 'rust'
  | 'dotnet'
  | 'elixir'
  | 'ruby'
  | 'php'
  | 'terraform'
  | 'opentofu'
  | 'deno'
  | 'helm'
  | 'buf'
  | 'sbt'
  | 'swift';

/** What a step does; each kind is printed by one function of each printer. */
export type Step =
  | {
      readonly kind: 'checkout';
      /** The one commit, all commits without what earlier files held, or all with it. */
      readonly history: 'shallow' | 'commits' | 'full';
      /** Why more than the one; absent where that is for what the job itself does. */
      readonly because?: readonly Evidence[];
      readonly submodules?: Submodules;
    }
  | {
      readonly kind: 'setup';
      readonly tool: SetupTool;
      readonly version: SetupVersion | null;
      /** Of what the tool runs on, where one action brings both: OTP for Elixir. */
      readonly runtime?: SetupVersion;
      readonly directory: string;
      /** The manager whose downloads are cached, and globs of the files that key it; null where there is nothing to key a cache on. */
      readonly cache: { readonly manager: string; readonly files: readonly string[] } | null;
      /** Parts of the tool beside its core, such as `clippy`. */
      readonly components: readonly string[];
      /** Where the repository shows those; absent where it is the job that needs them. */
      readonly componentsBecause?: readonly Evidence[];
      /** What else the repository's own jobs tell the action. */
      readonly inputs?: readonly SetUpInput[];
      /** A registry that asks for a token, and whose packages those are. */
      readonly registry?: NonNullable<PackageToken['registry']>;
      /** The id of the server that Maven publishes to: its settings get the names of the variables with the credentials. */
      readonly server?: string;
    }
  | {
      readonly kind: 'run';
      readonly name: string;
      readonly run: string;
      readonly directory: string;
      readonly because: readonly Evidence[];
      /** Whether it brings what the job's own work needs. */
      readonly isForWork?: true;
      /** The variable in which it looks for the token of the job, by which it takes packages. */
      readonly packageToken?: string;
    }
  /** The build of one module of Maven with what it needs of the others; `module` is null where the row of the matrix names it. */
  | {
      readonly kind: 'build-module';
      readonly name: string;
      /** The build of all modules. */
      readonly run: string;
      readonly module: string | null;
      readonly directory: string;
      readonly because: readonly Evidence[];
    }
  /** A linter that its own action installs and runs, since runners do not have it. */
  | {
      readonly kind: 'golangci-lint';
      /** A release as the repository writes it, without `v`; null for the newest. */
      readonly version: { readonly value: string; readonly because: readonly Evidence[] } | null;
      readonly directory: string;
      readonly because: readonly Evidence[];
    }
  | {
      readonly kind: 'cargo-deny';
      /** Behind `cargo deny`: all that it looks at, or a part, with what it is told of that. */
      readonly check: 'check' | `check ${string}`;
      readonly directory: string;
      readonly because: readonly Evidence[];
    }
  /** What a build tool writes about its tests, in folders anywhere below the directory; only where they failed. */
  | { readonly kind: 'keep-reports'; readonly directory: string; readonly folders: readonly string[] }
  /** Of a pull request every commit, of everything else the files as they are; what is found is not shown. */
  | { readonly kind: 'secret-scan' }
  /** What a tool of the runner's own downloads, keyed as in a set-up. */
  | {
      readonly kind: 'cache';
      readonly directory: string;
      readonly cache: { readonly manager: string; readonly files: readonly string[] };
    }
  | {
      readonly kind: 'install-tool';
      readonly tool: string;
      /** As the repository writes it; absent for the one that its maker thinks best. */
      readonly version?: { readonly value: string; readonly because: readonly Evidence[] };
    }
  | {
      readonly kind: 'changes';
      /** Globs that concern every group and image. */
      readonly always: readonly string[];
      readonly groups: readonly ChangeGroup[];
      readonly matrices: readonly MatrixRows[];
    }
  /** One image, or whichever of several the row of the matrix names. */
  | { readonly kind: 'build-image'; readonly builds: readonly ImageBuild[]; readonly isScanned?: boolean }
  /** The same, pushed to a registry. */
  | { readonly kind: 'push-image'; readonly builds: readonly ImageBuild[]; readonly push: ImagePush }
  /** Hands packages that a job has made to the one that publishes them, which builds nothing. */
  | { readonly kind: 'hand-over'; readonly artifact: string }
  | { readonly kind: 'publish'; readonly publication: Publication }
  /** A command of the repository's own build tool that makes the image of a service; nothing is pushed. */
  | {
      readonly kind: 'make-image';
      readonly name: string;
      readonly service: string;
      readonly run: string;
      readonly directory: string;
      readonly because: readonly Evidence[];
    }
  /** Fails where one of these jobs failed, or had to run and did not. */
  | { readonly kind: 'gate'; readonly jobs: readonly Job[] };
