import { groupedBy } from '../../domain/grouped.ts';
import { mayHoldSecret } from '../../secrets/suspicion.ts';
import type { ComposeBuild, ComposeService } from '../compose/compose.ts';
import { shortName } from '../docker/image-name.ts';
import { baseName, directoryOf } from '../paths.ts';
import type { Word } from '../word.ts';

/** A way in which a Dockerfile is built. */
export interface Variant {
  /** The service that runs it, or builds it. */
  readonly compose: ComposeService | null;
  /** How it is built, where that is written anywhere. */
  readonly build: ComposeBuild | null;
  readonly target: string | null;
  readonly args: ReadonlyMap<string, Word>;
  /** What its arguments say that those of no other build of the file do; null where nothing does. */
  readonly label: string | null;
  /** Whether it is built in no other way. */
  readonly only: boolean;
}

const NO_ARGS: ReadonlyMap<string, Word> = new Map();

/** Stages that exist for work on the project. */
const DEVELOPMENT = /(^|[-_])(dev|devel|development|debug|local|tests?|builder|build)($|[-_])/i;

/**
 * How a Dockerfile is built: once for each different target and arguments, as compose has it, else as the repository's own pipelines
 * do. Copies of one image are one.
 */
export function variantsOf(
  file: string,
  compose: readonly ComposeService[],
  pipelines: readonly ComposeBuild[],
): Variant[] {
  const users = compose.filter(({ build }) => build?.dockerfile === file);
  const rank = Math.min(...users.map((user) => user.rank));
  const all = users.filter((user) => user.rank === rank);
  const shipped = all.filter((user) => !isForDevelopment(user));
  const builders = shipped.length > 0 ? shipped : all;
  const ways = [...groupedBy(builders, keyOf).values()];
  if (ways.length === 0) return pipelineVariants(file, compose, pipelines);
  return ways.map((same) => {
    const user = speaker(same, file);
    return {
      compose: user,
      build: user?.build ?? null,
      target: targetOf(same[0]),
      args: argsOf(same[0]),
      label: null,
      only: ways.length === 1,
    };
  });
}

/** Without those of a stage from which another one takes what it needs: that serves the other's build, and is no image that is shipped. */
export function withoutPassedOn(text: string, variants: readonly Variant[]): readonly Variant[] {
  const taken = new Set(
    [...text.matchAll(/^[^\S\n]{0,20}COPY\s[^\n]{0,300}--from=([\w.-]{1,100})/gim)].map(([, name]) => name),
  );
  const shipped = variants.filter(({ target }) => target === null || !taken.has(target));
  return shipped.length > 0 ? shipped : variants;
}

function pipelineVariants(
  file: string,
  compose: readonly ComposeService[],
  pipelines: readonly ComposeBuild[],
): Variant[] {
  const builds = pipelines.filter(
    ({ dockerfile, target }) => dockerfile === file && !DEVELOPMENT.test(target?.value ?? ''),
  );
  const kept = builds.filter((build) => !builds.some((other) => other !== build && isMore(build, other)));
  const user = runnerOf(file, compose);
  const areNamed = kept.length > 1 && kept.every((build) => labelOf(build, kept) !== null);
  if (!areNamed) {
    const [build = null] = kept;
    // Arguments that differ and name no program (an image, a version) make no image of their own.
    const args = kept.length === 1 ? build?.args : undefined;
    return [
      { compose: user, build, target: build?.target?.value ?? null, args: args ?? NO_ARGS, label: null, only: true },
    ];
  }
  return kept.map((build) => ({
    compose: null,
    build,
    target: build.target?.value ?? null,
    args: build.args,
    label: labelOf(build, kept),
    only: false,
  }));
}

function labelOf({ target, args }: ComposeBuild, all: readonly ComposeBuild[]): string | null {
  const own = [...args].filter(([name, { value }]) => !all.every((other) => other.args.get(name)?.value === value));
  const words = [...own.map(([, { value }]) => value), ...(own.length === 0 && target ? [target.value] : [])];
  const label = words.join('-');
  // A service's name is shown everywhere.
  return /^[A-Za-z][\w-]{0,60}$/.test(label) && !mayHoldSecret(label) ? label : null;
}

/** The same build with further arguments, or from elsewhere: a variation, and no image of its own. */
function isMore(build: ComposeBuild, other: ComposeBuild): boolean {
  if (build.target?.value !== other.target?.value) return false;
  const isWithin = [...other.args].every(([name, { value }]) => build.args.get(name)?.value === value);
  return (
    isWithin &&
    (build.args.size > other.args.size ||
      (build.args.size === other.args.size && build.at !== other.at && isLater(build, other)))
  );
}

function isLater(build: ComposeBuild, other: ComposeBuild): boolean {
  return build.at.file === other.at.file ? build.at.line > other.at.line : build.at.file > other.at.file;
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

/**
 * Of several services that run one image, those of the first file, which runs the whole system; of these the one that is called like
 * the image's folder, else the first that listens.
 */
function speaker(all: readonly ComposeService[], file: string): ComposeService | null {
  const folder = baseName(directoryOf(file));
  const main = directoryOf(all[0]?.at.file ?? '.');
  const users = all.filter(({ at }) => directoryOf(at.file) === main);
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
