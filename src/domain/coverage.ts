import type { Evidence } from './evidence.ts';

/** Names that a trigger of GitHub is for, by patterns as it reads them: all of them where neither list says anything. */
export interface NameFilter {
  readonly only: readonly string[];
  readonly except: readonly string[];
}

/** What starts the step: every pull request to such a branch that changes such a path. */
export interface CoveringStep {
  readonly by: Evidence;
  readonly branches: NameFilter;
  readonly paths: NameFilter;
}

/** A command of a unit, or the image of a service, that a step of the repository's own workflows runs. */
export type CoveredRun =
  | (CoveringStep & { readonly kind: 'command'; readonly run: string; readonly directory: string })
  | (CoveringStep & { readonly kind: 'image'; readonly service: string; readonly directory: string });

/** What the repository's own workflows of GitHub run already, of what a pipeline would. */
export interface Coverage {
  readonly runs: readonly CoveredRun[];
  /** Paths of those workflows that do nothing else. */
  readonly replaceable: readonly string[];
}

/** A check that is not generated, since the repository's own workflows run all of it. */
export interface Covered {
  /** The name of the unit, as its jobs would have it, or of the service. */
  readonly subject: string;
  /** A check, or `image`. */
  readonly check: string;
  /** The commands that would have been generated for it; none for an image that a Dockerfile makes. */
  readonly commands: readonly { readonly run: string; readonly directory: string }[];
  /** The steps, sorted by nothing but the commands that they run. */
  readonly by: readonly Evidence[];
}

/** How workflows that are there are treated: what they check stays with them, or everything is generated as if there were none. */
export const EXISTING = ['keep', 'replace'] as const;
export type Existing = (typeof EXISTING)[number];
