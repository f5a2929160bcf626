import type { ImageKind } from '../../../../domain/profile.ts';
import type { ImageFacts } from '../../../docker/dockerfile.ts';
import type { Word } from '../../../word.ts';
import type { MavenModule } from './module.ts';

/** An image that a plugin or an extension of Maven makes of a module. */
export interface MavenImage {
  readonly kind: ImageKind;
  /** The line that asks for it. */
  readonly at: Word;
  readonly facts: ImageFacts;
  /** Without the call of Maven; null where every known one would push. */
  readonly goals: string | null;
  /** The name that the image is given. */
  readonly image: Word | null;
}

/** Finds the image that one tool makes of a module; null where it makes none. */
export type MavenTool = (module: MavenModule) => MavenImage | null;
