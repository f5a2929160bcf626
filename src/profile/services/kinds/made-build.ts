import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, ImageKind } from '../../../domain/profile.ts';
import type { ComposeService } from '../../compose/compose.ts';
import type { ImageFacts } from '../../docker/dockerfile.ts';
import { shortName } from '../../docker/image-name.ts';
import type { Word } from '../../word.ts';
import type { ImageBuild } from '../image-build.ts';

/** What a tool makes of the program in a folder. */
export interface MadeImage {
  readonly name: string;
  readonly directory: string;
  readonly kind: ImageKind;
  readonly facts: ImageFacts;
  readonly commands: readonly Command[];
  readonly because: readonly Evidence[];
  /** Globs outside its folder that it is built from. */
  readonly owns?: readonly string[];
  readonly defaults?: readonly string[];
  readonly health?: Word | null;
  /** The name that the image is given, by which compose may run it. */
  readonly image?: Word | null;
}

/** An image that no Dockerfile makes, as the others are. */
export function madeBuild(made: MadeImage, compose: readonly ComposeService[]): ImageBuild {
  const { name, directory, kind, facts, commands, because, owns = [], defaults = [], health = null } = made;
  return {
    name,
    directory,
    facts,
    making: { kind, commands, owns, defaults, health },
    context: directory,
    target: null,
    args: new Map(),
    compose: runnerOf(made, compose),
    because,
  };
}

/** The compose service that runs it by its name. */
function runnerOf({ name, image }: MadeImage, compose: readonly ComposeService[]): ComposeService | null {
  const names = [name, ...(image ? [shortName(image.value)] : [])];
  return compose.find((it) => !it.build && it.image && names.includes(shortName(it.image.value))) ?? null;
}
