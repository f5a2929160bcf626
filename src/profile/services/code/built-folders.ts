import { withoutVariables } from '../../../domain/in-front.ts';
import { splitCommands } from '../../ci/commands.ts';
import { isTelling, pathOf } from '../../docker/sources.ts';
import { directoryOf } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { ImageBuild } from '../image-build.ts';

/** Commands that make a program of the folder, or the file, that they name. */
const BUILDS = /^(?:go (?:build|install)|dotnet (?:publish|build)|swift build|ko build|bun build|deno compile)\b/;

/** Folders of the programs that a Dockerfile builds by their names: `go build ./cmd/shop`, `dotnet publish src/Shop/Shop.csproj`. */
export function builtFolders(snapshot: Snapshot, { context, facts }: ImageBuild): string[] {
  const built = facts.calls
    .flatMap(({ value }) => splitCommands(value))
    .filter((words) => BUILDS.test(withoutVariables(words.join(' '))));
  // `COPY backend .` has in the image at the top what stands below a folder here.
  const tops = facts.sources.flatMap(({ value }) => (isTelling(value) ? (pathOf(snapshot, context, value) ?? []) : []));
  const paths = built
    .flat()
    .filter((word) => /^\.?\/?[\w.-]+\/[\w./-]+$/.test(word))
    .flatMap((word) => [context, ...new Set(tops)].flatMap((top) => pathOf(snapshot, top, word) ?? []).slice(0, 1));
  return [...new Set(paths.map((path) => (snapshot.has(path) ? directoryOf(path) : path)))];
}
