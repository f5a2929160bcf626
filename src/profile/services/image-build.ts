import type { Evidence } from '../../domain/evidence.ts';
import type { ComposeService } from '../compose/compose.ts';
import type { ImageFacts } from '../docker/dockerfile.ts';
import type { Word } from '../word.ts';

/** One image that the repository builds: a Dockerfile, and what it is given. */
export interface ImageBuild {
  readonly name: string;
  /** The folder of what runs in it. */
  readonly directory: string;
  readonly facts: ImageFacts;
  readonly context: string;
  readonly target: string | null;
  readonly args: ReadonlyMap<string, Word>;
  /** The compose service that builds it, or runs it by its name. */
  readonly compose: ComposeService | null;
  readonly because: readonly Evidence[];
}
