import type { Place } from '../word.ts';

/** A build as it is written, its files not looked for yet. */
export interface WrittenBuild {
  readonly context: string;
  readonly dockerfile: string | null;
  readonly target: string | null;
  readonly args: ReadonlyMap<string, string>;
  /** Folders that the paths may be seen from, the likelier first. */
  readonly bases: readonly string[];
  readonly at: Place;
}
