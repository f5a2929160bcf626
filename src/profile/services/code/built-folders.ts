import { withoutVariables } from '../../../domain/in-front.ts';
import { oncePer } from '../../../domain/once.ts';
import { splitCommands } from '../../ci/commands.ts';
import { isTelling, isWhole, pathOf } from '../../docker/sources.ts';
import { directoryOf } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { ImageBuild } from '../image-build.ts';
import { builtPackages } from './built-packages.ts';

/** Commands that make a program of the folder, or the file, that they name. */
const BUILDS = /^(?:go (?:build|install)|dotnet (?:publish|build)|swift build|ko build|bun build|deno compile)\b/;

/** Where the program of an image may stand. */
interface ProgramFolders {
  /** Those that are built by their names. */
  readonly built: readonly string[];
  readonly all: readonly string[];
}

/** By the files that are there and by manifests, which stay the same when further sources are read: several rules ask for them, before and after. */
const foundIn = oncePer((_paths: Snapshot['paths']) => new WeakMap<ImageBuild, ProgramFolders>());

function foldersOf(snapshot: Snapshot, build: ImageBuild): ProgramFolders {
  const known = foundIn(snapshot.paths);
  const found = known.get(build) ?? findFolders(snapshot, build);
  known.set(build, found);
  return found;
}

function findFolders(snapshot: Snapshot, build: ImageBuild): ProgramFolders {
  const built = findBuilt(snapshot, build);
  return { built, all: [...new Set([build.directory, ...built, ...startsIn(snapshot, build)])] };
}

/** Folders of the programs that a Dockerfile builds by their names: `go build ./cmd/shop`, `dotnet publish src/Shop/Shop.csproj`, `cargo build -p shop`. */
export function builtFolders(snapshot: Snapshot, build: ImageBuild): readonly string[] {
  return foldersOf(snapshot, build).built;
}

/** Where the program of an image may stand: its folder, those that are built by their names, and the one that it starts in. */
export function programFolders(snapshot: Snapshot, build: ImageBuild): readonly string[] {
  return foldersOf(snapshot, build).all;
}

function findBuilt(snapshot: Snapshot, { context, facts }: ImageBuild): string[] {
  const commands = facts.calls.flatMap(({ value }) => splitCommands(value));
  const packages = commands.flatMap((words) => builtPackages(snapshot, withoutVariables(words.join(' '))));
  const built = commands.filter((words) => BUILDS.test(withoutVariables(words.join(' '))));
  // `COPY backend .` has in the image at the top what stands below a folder here.
  const tops = facts.sources.flatMap(({ value }) => (isTelling(value) ? (pathOf(snapshot, context, value) ?? []) : []));
  const paths = built
    .flat()
    .filter((word) => /^\.?\/?[\w.-]+\/[\w./-]+$/.test(word))
    .flatMap((word) => [context, ...new Set(tops)].flatMap((top) => pathOf(snapshot, top, word) ?? []).slice(0, 1));
  return [...new Set([...paths.map((path) => (snapshot.has(path) ? directoryOf(path) : path)), ...packages])];
}

/** The folder of the repository that an image starts in which has all of it: `COPY . /app`, `WORKDIR /app/server`. */
function startsIn(snapshot: Snapshot, { context, facts }: ImageBuild): string[] {
  const steps =
    facts.workdirs
      .at(-1)
      ?.value.split('/')
      .filter((step) => step !== '') ?? [];
  if (!facts.sources.some(({ value }) => isWhole(value))) return [];
  const ends = steps.slice(1).map((_, at) => steps.slice(at + 1).join('/'));
  return ends.flatMap((end) => pathOf(snapshot, context, end) ?? []).slice(0, 1);
}
