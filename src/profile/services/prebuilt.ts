import type { ImageFacts } from '../docker/dockerfile.ts';
import { isCertainlyMissing, isThere } from '../docker/sources.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { MOST_SOURCES } from './context.ts';

/** Folders and files that only a build makes. (detection.md, "Context") */
const BUILD_OUTPUT = /(^|\/)(target|build|dist|out|publish|bin)(\/|$)|\.(jar|war|ear)$/;

/**
 * What a build outside must make first: sources that are not in the repository, as the Dockerfile names them, patterns only where they look
 * like what a build makes, and images that only an argument without a default names. Of a folder that is filled for the image (`isFilled`), all that is not
 * there.
 */
export function prebuiltSources(snapshot: Snapshot, facts: ImageFacts, context: string, isFilled = false): string[] {
  const spelled = (source: string) =>
    isFilled ? source.replace(PREDEFINED, 'linux') : source.replace(/\$\{?\w+\}?/g, '*');
  const made = facts.sources
    .slice(0, MOST_SOURCES)
    .filter(({ value }) =>
      isFilled || BUILD_OUTPUT.test(value)
        ? !isThere(snapshot, context, spelled(value))
        : isCertainlyMissing(snapshot, context, value),
    );
  const unnamed = facts.bases.filter(({ value }) => /\$/.test(value.replace(PREDEFINED, '')));
  return [...new Set([...made, ...unnamed].map(({ value }) => value))];
}

/** Arguments that BuildKit gives every build. (docs.docker.com, "Automatic platform ARGs") */
const PREDEFINED = /\$\{?(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)\}?/g;

/** What a build writes. */
export interface Output {
  /** As a Dockerfile names it. */
  readonly path: string;
  /** The folder of the build, from the repository's root. */
  readonly folder: string;
  /** What it is called in there: `dist`. */
  readonly name: string;
}

/** What of these paths, seen from a context, lies in a folder that only builds write. */
export function outputsOf(context: string, prebuilt: readonly string[]): Output[] {
  return prebuilt.flatMap((path) => {
    const [, before = '', name] =
      /^(?:\.\/)?((?:[^/$]+\/)*?)(target|build|dist|out|publish|bin)(?:\/|$)/.exec(path) ?? [];
    const folder = name === undefined ? null : joinPath(context, before || '.');
    return folder === null || name === undefined ? [] : [{ path, folder, name }];
  });
}

/** What the build of a unit has in the folder that it writes to. */
const BUILT =
  /^(?:package\.json|pom\.xml|build\.gradle(?:\.kts)?|settings\.gradle(?:\.kts)?|build\.sbt|Cargo\.toml|go\.mod|pyproject\.toml|setup\.py|composer\.json|mix\.exs|deno\.jsonc?|CMakeLists\.txt|meson\.build|Makefile|Package\.swift|\S+\.(?:slnx?|[cf]sproj))$/;

/** Scripts by the names of those that make something. */
const MAKES = /^(?:build|make|package|prepare|dist|assemble|release)[\w.-]{0,60}\.(?:sh|bash|py|mjs|js)$/;

/**
 * What makes the first of `prebuilt` that lies where no manifest is, so that the build of no unit writes it: the script beside that is
 * called so, null where there is none, and where one does not look like what a build makes. Undefined where a unit's build may make them all.
 */
export function strayMaker(
  snapshot: Snapshot,
  context: string,
  prebuilt: readonly string[],
): string | null | undefined {
  const folders = outputsOf(context, prebuilt)
    .map(({ folder }) => folder)
    .filter((folder) => snapshot.exists(folder));
  if (prebuilt.some((path) => !path.includes('$') && !BUILD_OUTPUT.test(path))) return null;
  const stray = folders.find((folder) => !snapshot.namesIn(folder).some((name) => BUILT.test(name)));
  if (stray === undefined) return undefined;
  const script = snapshot.namesIn(stray).find((name) => MAKES.test(name));
  return script === undefined ? null : joinPath(stray, script);
}
