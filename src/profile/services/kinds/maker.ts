import type { ComposeService } from '../../compose/compose.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { ImageBuild } from '../image-build.ts';

export interface MakerInput {
  readonly snapshot: Snapshot;
  readonly compose: readonly ComposeService[];
  /** The snapshot with the texts of further files. */
  more(paths: readonly string[]): Promise<Snapshot>;
}

/** Finds the images that a tool makes without a Dockerfile. Never throws for bad content. */
export type ImageMaker = (input: MakerInput) => Promise<readonly ImageBuild[]> | readonly ImageBuild[];
