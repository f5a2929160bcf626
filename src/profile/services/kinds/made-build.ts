import type { Evidence } from '../../../domain/evidence.ts';
import type { ImageKind } from '../../../domain/image-kind.ts';
import type { Command } from '../../../domain/profile.ts';
import { mayHoldSecret } from '../../../secrets/suspicion.ts';
import type { ComposeService } from '../../compose/compose.ts';
import type { ImageFacts } from '../../docker/dockerfile.ts';
import { shortName } from '../../docker/image-name.ts';
import type { Word } from '../../word.ts';
import type { ImageBuild } from '../image-build.ts';
import { tellingFolder } from '../name.ts';

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
  const { directory, kind, facts, commands, because, owns = [], defaults = [], health = null } = made;
  return {
    name: shownName(made),
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

/** A service's name is shown everywhere: one that may hold a secret is not taken from what somebody wrote. */
function shownName({ name, directory }: MadeImage): string {
  const isShown = /^[\w.-]{1,100}$/.test(name) && !mayHoldSecret(name);
  return isShown ? name : (tellingFolder(directory) ?? 'app');
}

/** The compose service that runs it by its name. */
function runnerOf({ name, image }: MadeImage, compose: readonly ComposeService[]): ComposeService | null {
  const names = [name, ...(image ? [shortName(image.value)] : [])];
  return compose.find((it) => !it.build && it.image && names.includes(shortName(it.image.value))) ?? null;
}
