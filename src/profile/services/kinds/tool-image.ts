import type { ImageKind } from '../../../domain/image-kind.ts';
import type { ImageFacts } from '../../docker/dockerfile.ts';
import type { Word } from '../../word.ts';

/** An image that a plugin or an extension of a build tool makes of a module. */
export interface ToolImage {
  readonly kind: ImageKind;
  /** The line that asks for it. */
  readonly at: Word;
  readonly facts: ImageFacts;
  /** What the build tool is told, without its own name; null where everything that is known would push. */
  readonly task: string | null;
  /** The name that the image is given. */
  readonly image: Word | null;
}

/** Finds the image that one tool makes of a module; null where it makes none. */
export type ImageTool<Module> = (module: Module) => ToolImage | null;
