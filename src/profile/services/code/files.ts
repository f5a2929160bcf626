import { groupedBy } from '../../../domain/grouped.ts';
import { byCodeUnit } from '../../../domain/text.ts';
import { isTelling, isWhole, pathOf } from '../../docker/sources.ts';
import { baseName, isWithin, joinPath, nearestFolder } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { releasedSources } from '../goreleaser.ts';
import type { ImageBuild } from '../image-build.ts';
import { serverLibraries } from '../kinds/dotnet/libraries.ts';
import { modulesOfMaven } from '../kinds/maven/parts.ts';
import { isTestName } from '../test-names.ts';
import { builtFolders, programFolders } from './built-folders.ts';
import { areOneProgram } from './one-program.ts';

/** So many files of a program are looked into, those first whose names promise a server. */
const FILES_OF_ONE = 24;
const FILES_OF_ALL = 240;

/** Larger files are generated, or data. */
export const CODE_LIMIT = 200_000;

const CODE = /\.(go|[cm]?[jt]s|py|rs|java|kt|cs|rb|php|scala|swift|cc|cpp|ex)$/;
const NOT_SERVED =
  /(^|\/)(tests?|__tests__|spec|e2e|mocks?|migrations|static|public|assets|scripts|locales|\.\w[^/]*)\/|[._-](mock|stories|config|pb|min|d|gen|generated)\.\w+$|_pb2(_grpc)?\.py$/;
const PROMISING =
  /(^|[^a-z])(main|server|app|index|startup|program|application|routes?|router|urls|api|web|http|grpc|endpoint|plug|status|ops|probes?|heartbeat|liveness|readiness|health\w*)([^a-z]|$)/i;
const FOR_HEALTH = /(^|[^a-z])(health(z|[ _-]?checks?)?|liveness|readiness|heartbeat|probes?)([^a-z]|$)/i;
/** A program has no more of them. */
const MOST_FOR_HEALTH = 4;
/** Where programs say what they are told from outside. */
const TOLD = /(^|[^a-z])(config|settings|args|options|cli|puma|gunicorn)([^a-z]|$)/i;
const CONFIGURATION =
  /(^|\/)(application(-prod)?\.(properties|ya?ml)|application\.conf|(config|configuration|conf)\/(base|default|application|app|config|production)\.(ya?ml|toml|json)|(nginx|default)[\w.-]*\.conf(\.\w+)?|package\.json)$/;

/** What the tests of a program of the JVM are told. (Maven, "Introduction to the Standard Directory Layout") */
const OF_TESTS = /(^|\/)src\/test\//;

/** What is set for production alone comes after what is set anyhow. */
function usualFirst(a: string, b: string): number {
  return Number(a.includes('application-prod')) - Number(b.includes('application-prod'));
}

/** Files of each image's program that may tell its port and its health route. */
export function codeFiles(
  snapshot: Snapshot,
  builds: readonly ImageBuild[],
): ReadonlyMap<ImageBuild, readonly string[]> {
  const inFolder = groupedBy(builds, ({ directory }) => directory);
  const made = new Map([...inFolder].map(([folder, all]) => [folder, areOneProgram(all)]));
  const share = Math.max(1, Math.min(FILES_OF_ONE, Math.floor(FILES_OF_ALL / Math.max(builds.length, 1))));
  return new Map(
    builds.map((build) => {
      const own = ownFiles(snapshot, build, made);
      return [
        build,
        [
          ...own
            .filter((path) => CONFIGURATION.test(path) && !OF_TESTS.test(path))
            .sort(usualFirst)
            .slice(0, share),
          ...mostPromising(own, share, { built: builtFolders(snapshot, build), served: servedModules(build) }),
        ],
      ];
    }),
  );
}

/** Files of the libraries that set the servers up, each once. */
export function defaultFiles(
  snapshot: Snapshot,
  builds: readonly ImageBuild[],
): ReadonlyMap<string, readonly string[]> {
  const folders = new Set(builds.flatMap((build) => defaultFolders(snapshot, build)));
  return new Map([...folders].map((folder) => [folder, mostPromising(snapshot.within(folder), FILES_OF_ONE)]));
}

/** Folders of the libraries that set a program's server up. */
export function defaultFolders(snapshot: Snapshot, { making, directory }: ImageBuild): readonly string[] {
  return making?.defaults ?? serverLibraries(snapshot, directory);
}

/** Settings that the libraries of a program bring along for it. (docs.spring.io, "External Application Properties") */
export function broughtSettings(snapshot: Snapshot, { directory }: ImageBuild): string[] {
  return modulesOfMaven(snapshot, directory).flatMap((folder) =>
    snapshot
      .within(folder)
      .filter((path) => /\/src\/main\/resources\/application\.(?:properties|ya?ml)$/.test(`/${path}`))
      .slice(0, 2),
  );
}

/** A folder's files tell of its image; `made` has whether the images of each folder are of one program. Where images of several programs are made in one folder, only what a Dockerfile copies or builds by name, or starts in, tells of its own. */
function ownFiles(snapshot: Snapshot, build: ImageBuild, made: ReadonlyMap<string, boolean>): string[] {
  const { directory, context, facts } = build;
  const isShared = made.get(directory) === false;
  const copied = facts.sources.flatMap(({ value }) =>
    isTelling(value) ? (pathOf(snapshot, context, value) ?? []) : [],
  );
  const roots = isShared
    ? [
        ...[...copied, ...programFolders(snapshot, build)].filter((root) => root !== directory),
        ...releasedSources(snapshot, facts.file, context),
      ]
    : [directory];
  const routes = isShared && facts.sources.some(({ value }) => isWhole(value)) ? routesOfAll(snapshot, directory) : [];
  const below = [...new Set([...roots, ...routes])].flatMap((root) =>
    snapshot.has(root) ? [root] : snapshot.within(root),
  );
  const isOther = (path: string) => {
    const owner = nearestFolder(made, path);
    return owner !== null && owner !== directory && isWithin(directory, owner);
  };
  return [...new Set(below)]
    .filter((path) => (CODE.test(path) || CONFIGURATION.test(path)) && !isOther(path))
    .sort(byCodeUnit);
}

/** Where a whole program says what its framework answers, in whichever image that has all of it. (laravel.com, "Routing"; guides.rubyonrails.org, "Routing") */
function routesOfAll(snapshot: Snapshot, directory: string): string[] {
  return ['bootstrap/app.php', 'config/routes.rb']
    .map((name) => joinPath(directory, name) ?? name)
    .filter((file) => snapshot.has(file));
}

/** The modules that a server of Python is told to serve, as the ends of their files: `uvicorn shop.asgi:application`. (uvicorn.org; docs.gunicorn.org) */
function servedModules({ facts }: ImageBuild): string[] {
  const named = facts.commands.flatMap(({ value }) => [
    ...value.matchAll(/(?:^|\s)([A-Za-z_][\w.]{0,200}):[A-Za-z_]/g),
  ]);
  const steps = named.map(([, module = '']) => `/${module.replaceAll('.', '/')}`);
  return steps.flatMap((path) => [`${path}.py`, `${path}/__init__.py`]);
}

interface Told {
  /** Folders that are built by their names. */
  readonly built: readonly string[];
  /** Ends of files that are served by their names. */
  readonly served: readonly string[];
}

/** What is served, or stands in a folder that is built, by its name goes before the rest; behind all that are a few that are called for health. */
function mostPromising(paths: readonly string[], share: number, told: Told = { built: [], served: [] }): string[] {
  const isBuilt = (path: string) => told.built.some((folder) => isWithin(folder, path));
  const isServed = (path: string) => told.served.some((end) => `/${path}`.endsWith(end));
  const promise = (name: string) => (PROMISING.test(name) ? 0 : TOLD.test(name) ? 500 : 1000);
  const rank = (path: string) =>
    isServed(path) ? -1 : promise(spaced(baseName(path))) + path.split('/').length + (isBuilt(path) ? 0 : 100);
  const sorted = paths
    .filter((path) => CODE.test(path) && !NOT_SERVED.test(path) && !isTestName(baseName(path)))
    .map((path) => ({ path, rank: rank(path) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ path }) => path);
  const forHealth = sorted.slice(share).filter((path) => FOR_HEALTH.test(spaced(baseName(path))));
  return [...sorted.slice(0, share), ...forHealth.slice(0, MOST_FOR_HEALTH)];
}

/** `HealthController` is a health and a controller. */
function spaced(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2');
}
