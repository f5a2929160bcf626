import type { Evidence } from '../../domain/evidence.ts';
import type { ImageKind } from '../../domain/image-kind.ts';
import type { Command } from '../../domain/profile.ts';
import type { ComposeService } from '../compose/compose.ts';
import type { ImageFacts } from '../docker/dockerfile.ts';
import type { Word } from '../word.ts';

/** How an image is made that no Dockerfile makes. */
export interface Making {
  readonly kind: ImageKind;
  /** What makes it and pushes it nowhere; none where no such command is known. */
  readonly commands: readonly Command[];
  /** Globs outside its folder that it is built from. */
  readonly owns: readonly string[];
  /** Folders of libraries that set its server up: their routes are its own. */
  readonly defaults: readonly string[];
  /** A health route that somebody wrote down for it. */
  readonly health: Word | null;
}

/** One image that the repository builds: a Dockerfile, and what it is given. */
export interface ImageBuild {
  readonly name: string;
  /** The folder of what runs in it. */
  readonly directory: string;
  /** What its Dockerfile says; of another kind, what a Dockerfile of the same image would. */
  readonly facts: ImageFacts;
  /** Null where a Dockerfile makes it. */
  readonly making: Making | null;
  readonly context: string;
  readonly target: string | null;
  readonly args: ReadonlyMap<string, Word>;
  /** The compose service that builds it, or runs it by its name. */
  readonly compose: ComposeService | null;
  readonly because: readonly Evidence[];
}
