import type { Place, Word } from '../word.ts';

/** How compose builds an image. Paths are from the repository's root. */
export interface ComposeBuild {
  readonly context: string;
  readonly dockerfile: string;
  readonly target: Word | null;
  /** Arguments whose value is known. */
  readonly args: ReadonlyMap<string, Word>;
  readonly at: Place;
}

export interface ComposePort {
  /** As the container listens on it. */
  readonly port: number;
  readonly protocol: 'tcp' | 'udp';
  readonly word: Word;
}

/** How compose runs a service. */
export interface ComposeRun {
  /** Ports of the machine and of the container, as `published` gives them. */
  readonly published: readonly string[];
  readonly entrypoint: Word | null;
  readonly command: Word | null;
  /** `interval`, `timeout`, `retries`, `start_period` of its health check, as they are written. */
  readonly health: ReadonlyMap<string, string>;
  /** Paths of the container where something of the machine is mounted. */
  readonly mounted: readonly string[];
  /** What it belongs to: nothing but a call that names one of these, or it, starts it; empty where it is always there. */
  readonly profiles: readonly string[];
}

/** A service of a compose file, its override put over it. */
export interface ComposeService {
  readonly name: string;
  /** The line of its name. */
  readonly at: Place;
  /** Null where it only runs an image. */
  readonly build: ComposeBuild | null;
  readonly image: Word | null;
  readonly ports: readonly ComposePort[];
  readonly environment: ReadonlyMap<string, Word>;
  /** The command of its health check in one line; null where there is none. */
  readonly healthcheck: Word | null;
  readonly dependsOn: readonly string[];
  /** Folders of the repository that are mounted into it. */
  readonly mounts: readonly string[];
  readonly run: ComposeRun;
  /** 0 in a main file, 1 in another one, 2 in one for development, tests or load. */
  readonly rank: 0 | 1 | 2;
}
