import type { NeedContainer } from './container.ts';
import type { Coverage, TaskName } from './coverage.ts';
import type { Evidence, Sourced } from './evidence.ts';
import type { ImageKind } from './image-kind.ts';
import type { PackageToken } from './package-token.ts';
import type { SetUpInput } from './set-up-input.ts';

export const ECOSYSTEMS = [
  'go',
  'node',
  'deno',
  'bun',
  'python',
  'java',
  'kotlin',
  'scala',
  'dotnet',
  'ruby',
  'php',
  'elixir',
  'rust',
  'swift',
  'cpp',
  'terraform',
  'helm',
  'kustomize',
  'protobuf',
  'shell',
  'bicep',
  'cue',
] as const;
export type EcosystemName = (typeof ECOSYSTEMS)[number];

export const MANAGERS = [
  'go',
  'npm',
  'pnpm',
  'yarn-classic',
  'yarn-berry',
  'bun',
  'deno',
  'pip',
  'uv',
  'poetry',
  'pdm',
  'pipenv',
  'hatch',
  'maven',
  'gradle',
  'sbt',
  'nuget',
  'bundler',
  'composer',
  'mix',
  'cargo',
  'spm',
  'cmake',
  'meson',
  'make',
  'terraform',
  'helm',
  'kustomize',
  'buf',
  'shell',
] as const;
export type ManagerName = (typeof MANAGERS)[number];

/** A tool's version, as written where it was found. */
export interface ToolVersion {
  /** `go`, `node`, `python`, `java`, `rust`, `pnpm` … */
  readonly tool: string;
  /** As written there, without decoration: `22.11.0`, `>=3.10,<4.0`, `21`. */
  readonly value: string;
  readonly because: readonly Evidence[];
}

/** What the manifest of a unit allows its language to be. */
export interface AllowedVersions extends ToolVersion {
  /** The same as npm writes ranges. */
  readonly range: string;
}

/** A command that continuous integration should run. */
export interface Command {
  readonly run: string;
  /** Where it runs, from the repository's root; `.` is the root. */
  readonly directory: string;
  readonly because: readonly Evidence[];
}

/** `lint`, `format`, `typecheck`, `audit`, or another word. */
export interface LintCommand extends Command {
  readonly check: string;
}

/** Each list in the order in which continuous integration should run it. */
export interface Commands {
  readonly install: readonly Command[];
  readonly lint: readonly LintCommand[];
  readonly test: readonly Command[];
  readonly build: readonly Command[];
}

/** The need of a cluster: no container beside the tests, but made by a step of their job. */
export const CLUSTER = 'kubernetes';

/** A database or broker that a unit's tests need beside them. */
export interface Need {
  /** `postgres`, `redis` …: the usual name. */
  readonly service: string;
  /** The image's tag, null where none is written. */
  readonly version: string | null;
  readonly environment: Readonly<Record<string, string>>;
  /** How the repository runs it by itself, as it is written there; absent where nothing but its kind is known. */
  readonly container?: NeedContainer;
  /** Whether the unit is not even compiled without it. Absent where tests alone speak to it. */
  readonly isForCompiling?: true;
  readonly because: readonly Evidence[];
}

/** Repositories inside of the repository that a checkout must bring. */
export interface Submodules {
  /** Theirs, too. */
  readonly isRecursive: boolean;
  /** Where they lie, and the file that says so: a change there concerns what needs them. */
  readonly paths: readonly string[];
  readonly because: readonly Evidence[];
}

/** A directory with a manifest that continuous integration should check. */
export interface Unit {
  readonly directory: string;
  readonly ecosystem: EcosystemName;
  readonly manager: ManagerName;
  readonly lockfile: string | null;
  readonly version: ToolVersion | null;
  readonly versions: readonly ToolVersion[];
  /** Extensions of the language beside those that it always has; absent where it has none of its own. */
  readonly extensions?: readonly Sourced<string>[];
  /** Absent where there are none. */
  readonly setUpInputs?: readonly SetUpInput[];
  /** Absent where no package asks for one. */
  readonly packageToken?: PackageToken;
  /** Absent where its manifest says nothing about it. */
  readonly allows?: AllowedVersions;
  readonly commands: Commands;
  /** Checks by tools that are only declared: for whoever asks for them. Absent where there are none. */
  readonly declared?: readonly LintCommand[];
  readonly needs: readonly Need[];
  /** Absent where the checkout needs none. */
  readonly submodules?: Submodules;
  /** Why the checkout brings all commits; absent where the newest one will do. */
  readonly history?: readonly Evidence[];
  /** Globs from the repository's root: a change there concerns this unit. */
  readonly owns: readonly string[];
  /** Directories of other units. */
  readonly dependsOn: readonly string[];
}

/** How a service's image is built. Null fields of a kind that has no Dockerfile. */
export interface ServiceImage {
  readonly kind: ImageKind;
  readonly dockerfile: string | null;
  readonly context: string;
  readonly target: string | null;
  readonly buildArgs: Readonly<Record<string, string>>;
  /** Paths that the Dockerfile copies and that a build outside it must make first. */
  readonly prebuilt: readonly string[];
  /** Where the build of no unit makes those: the script that may, by its name; null where none is called so. */
  readonly madeBy?: string | null;
  /** What makes those, where that is written down for this image: the commands, in their order. None where more is needed than those. */
  readonly madeFirst?: readonly Command[];
  /** What manages the unit whose build makes those, where several lie around the image. Absent where the nearest does. */
  readonly builtBy?: ManagerName;
  /** The module of a build of Maven that makes all of those, as a path from the build's folder. Absent where the whole build does. */
  readonly module?: string;
  /** The image that it is built upon, where the repository builds that itself, and only on the machine that runs it. */
  readonly standsOn?: Sourced<string>;
  /** Of a kind that has no Dockerfile: the commands that make the image on the machine that runs them, and push it nowhere. None where none is known. */
  readonly build?: readonly Command[];
  /** Absent where the checkout needs none. */
  readonly submodules?: Submodules;
  readonly because: readonly Evidence[];
}

export interface Port {
  readonly port: number;
  readonly protocol: 'http' | 'grpc' | 'tcp' | 'udp';
  readonly because: readonly Evidence[];
}

/** A unit, or a Dockerfile, that becomes a container. No ports: a worker. */
export interface Service {
  readonly name: string;
  readonly directory: string;
  readonly image: ServiceImage;
  readonly ports: readonly Port[];
  /** As written or inherited; null if unknown. */
  readonly user: Sourced<string> | null;
  /** A path, `grpc`, or null. */
  readonly health: Sourced<string> | null;
  readonly owns: readonly string[];
}

/** Something that the repository's task runners can start by name; whether it is for continuous integration, a person says. */
export interface Task extends TaskName {
  readonly because: readonly Evidence[];
}

/** Where packages are published for everybody. */
export const REGISTRIES = ['npm', 'pypi', 'crates', 'maven-central', 'nuget', 'rubygems'] as const;
export type Registry = (typeof REGISTRIES)[number];

/** What a manifest lets be published: never one that says it is private, or that it is for another registry. */
export interface Package {
  readonly registry: Registry;
  /** As the registry knows it; for `maven-central` the artifact or build. */
  readonly name: string;
  readonly directory: string;
  /** The manifest. */
  readonly file: string;
  /** What the build tool calls its own publication: goals of Maven, tasks of Gradle. Absent for all other registries. */
  readonly task?: string;
  /** The id of the server whose credentials Maven's plugin looks for. */
  readonly server?: string;
  readonly because: readonly Evidence[];
}

/** Something that the profile could not use; the rest goes on. */
export interface ProfileWarning {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** What the repository is: the shape of `profile --json`. */
export interface ProjectProfile {
  /** Sorted by directory, then ecosystem. */
  readonly units: readonly Unit[];
  /** Sorted by name, then directory. */
  readonly services: readonly Service[];
  /** Sorted by directory, runner and name. */
  readonly tasks: readonly Task[];
  /** What the repository's own workflows run already; absent where they run nothing of it. */
  readonly coverage?: Coverage;
  /** Sorted by registry, directory and name. Absent where there are none. */
  readonly packages?: readonly Package[];
  readonly ignored: readonly { readonly path: string; readonly why: string }[];
  readonly warnings: readonly ProfileWarning[];
}
