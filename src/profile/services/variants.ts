import type { ComposeService } from '../compose/compose.ts';
import { shortName } from '../docker/image-name.ts';
import { baseName, directoryOf } from '../paths.ts';
import type { Word } from '../word.ts';

/** A way in which a Dockerfile is built. */
export interface Variant {
  readonly compose: ComposeService | null;
  readonly target: string | null;
  readonly args: ReadonlyMap<string, Word>;
  /** Whether compose builds it in no other way. */
  readonly only: boolean;
}

const NO_ARGS: ReadonlyMap<string, Word> = new Map();

/** Stages that exist for work on the project. */
const DEVELOPMENT = /(^|[-_])(dev|devel|development|debug|local|tests?|builder|build)($|[-_])/i;

/** How compose builds a Dockerfile: once for each different target and arguments. Copies of one image are one. */
export function variantsOf(file: string, compose: readonly ComposeService[]): Variant[] {
  const users = compose.filter(({ build }) => build?.dockerfile === file);
  const rank = Math.min(...users.map((user) => user.rank));
  const all = users.filter((user) => user.rank === rank);
  const shipped = all.filter((user) => !isForDevelopment(user));
  const builders = shipped.length > 0 ? shipped : all;
  const keys = [...new Set(builders.map(keyOf))];
  if (keys.length === 0) return [{ compose: runnerOf(file, compose), target: null, args: NO_ARGS, only: true }];
  return keys.map((key) => {
    const same = builders.filter((user) => keyOf(user) === key);
    return { compose: speaker(same, file), target: targetOf(same[0]), args: argsOf(same[0]), only: keys.length === 1 };
  });
}

function keyOf(user: ComposeService): string {
  const args = [...argsOf(user)].map(([name, { value }]) => [name, value]).sort();
  return JSON.stringify([targetOf(user), args]);
}

function isForDevelopment({ build }: ComposeService): boolean {
  return DEVELOPMENT.test(build?.target?.value ?? '');
}

/** A stage for development is not what is shipped: the last stage is. */
function targetOf(user: ComposeService | undefined): string | null {
  return user && !isForDevelopment(user) ? (user.build?.target?.value ?? null) : null;
}

/** Arguments of files for development are for development. */
function argsOf(user: ComposeService | undefined): ReadonlyMap<string, Word> {
  return user?.build && user.rank < 2 ? user.build.args : NO_ARGS;
}

/** Of several services that run one image, the one that is called like its folder, else the first that listens. */
function speaker(users: readonly ComposeService[], file: string): ComposeService | null {
  const folder = baseName(directoryOf(file));
  return users.find(({ name }) => name === folder) ?? users.find(({ ports }) => ports.length > 0) ?? users[0] ?? null;
}

/** The compose service that runs, by its published name, what the Dockerfile of a folder makes. */
function runnerOf(file: string, compose: readonly ComposeService[]): ComposeService | null {
  const folder = baseName(directoryOf(file));
  if (folder === '.') return null;
  const others = compose.filter(({ build, image }) => build === null && image !== null);
  return (
    others.find(({ image }) => shortName(image?.value ?? '') === folder) ??
    others.find(({ name }) => name === folder) ??
    null
  );
}
