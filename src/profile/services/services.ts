import type { Evidence } from '../../domain/evidence.ts';
import { firstOfEach } from '../../domain/grouped.ts';
import type { ProfileWarning, ProjectProfile, Service } from '../../domain/profile.ts';
import type { Tree } from '../../domain/tree.ts';
import type { ComposeService } from '../compose/compose.ts';
import { servicePaths } from '../ownership.ts';
import { below } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Units } from '../units.ts';
import { cite } from '../word.ts';
import { findBuilds } from './builds.ts';
import { type CodeFacts, readCode } from './code/code.ts';
import { mayBeForDevelopers } from './code/development.ts';
import { fileRoutes, routingSettings } from './code/file-routes.ts';
import { broughtSettings, codeFiles, defaultFiles, defaultFolders } from './code/files.ts';
import { importedFiles } from './code/imports.ts';
import { importedByKtor } from './code/kotlin-imports.ts';
import { mountedFiles, mountedRoutes } from './code/mounted.ts';
import { type ReleasedImage, releasedImages } from './goreleaser.ts';
import { findHealth } from './health.ts';
import { checkScripts } from './health-script.ts';
import { hostingFiles } from './hosting.ts';
import type { ImageBuild } from './image-build.ts';
import { projectsOfGradle } from './kinds/gradle/parts.ts';
import { builtModule } from './kinds/maven/built-module.ts';
import { modulesOfMaven } from './kinds/maven/parts.ts';
import { manifestFiles, valuesFiles } from './kubernetes/files.ts';
import { kustomizationFiles } from './kubernetes/kustomize.ts';
import { containersByBuild } from './kubernetes/match.ts';
import { localBase } from './local-bases.ts';
import { madeBefore } from './made-before.ts';
import { madeImages, readerOf, withMade } from './made-images.ts';
import { outsideBuild } from './outside-build.ts';
import { findPorts } from './ports/find.ts';
import type { Listening } from './ports/listening.ts';
import { prebuiltSources, strayMaker } from './prebuilt.ts';
import { findUser } from './user.ts';

export interface ServicesInput {
  readonly tree: Tree;
  readonly snapshot: Snapshot;
  readonly compose: readonly ComposeService[];
  readonly units: Units;
}

/** A service with the compose service that speaks for it. */
export interface FoundService {
  readonly service: Service;
  readonly compose: ComposeService | null;
}

export interface FoundServices {
  readonly services: readonly FoundService[];
  readonly ignored: ProjectProfile['ignored'];
  readonly warnings: readonly ProfileWarning[];
}

/** Every image that the repository builds, with what its container listens on, runs as and answers. Reads some of the programs' files. */
export async function findServices({ tree, snapshot, compose, units }: ServicesInput): Promise<FoundServices> {
  const found = findBuilds({ snapshot, compose, units: units.folders });
  const reading = readerOf(tree, snapshot);
  const made = await madeImages({ snapshot, compose, more: reading.more });
  const builds = withMade(found.builds, made.builds);
  const files = codeFiles(snapshot, builds);
  const defaults = defaultFiles(snapshot, builds);
  const checks = builds.flatMap((build) => checkScripts(snapshot, build).map(({ file }) => file));
  const manifests = builds.length === 0 ? [] : manifestFiles(snapshot);
  const written = [...manifests, ...valuesFiles(snapshot, manifests), ...kustomizationFiles(snapshot, manifests)];
  const brought = builds.flatMap((build) => [
    ...broughtSettings(snapshot, build),
    ...routingSettings(snapshot, build),
    ...hostingFiles(snapshot, build),
  ]);
  const paths = [...new Set([...files.values(), ...defaults.values(), checks, written, brought].flat())];
  const imported = importedBy(await reading.more(paths), files);
  const wider = await reading.more([...new Set([...imported.values()].flat())]);
  const running = containersByBuild(wider, builds, manifests);
  const services = builds.map((build) => {
    const own = files.get(build) ?? [];
    const others = [
      ...defaultFolders(snapshot, build).flatMap((folder) => defaults.get(folder) ?? []),
      ...(imported.get(build) ?? []),
    ];
    const mayDevelop = mayBeForDevelopers(build);
    const shown = readCode(wider, own, others, mayDevelop);
    const routes = [
      ...shown.routes,
      ...mountedRoutes(wider, [...own, ...(imported.get(build) ?? [])]),
      ...fileRoutes(wider, build, units),
    ];
    const code = withRoutes({ ...shown, routes }, () => readCode(wider, others, own, mayDevelop));
    return {
      service: serviceOf({ snapshot: wider, build, files: own, code, units, running: running.get(build) ?? [] }),
      compose: build.compose,
    };
  });
  return {
    services,
    ignored: [...found.ignored, ...made.ignored],
    warnings: found.warnings,
  };
}

/** What each program imports of servers that stand elsewhere. */
function importedBy(
  snapshot: Snapshot,
  files: ReadonlyMap<ImageBuild, readonly string[]>,
): ReadonlyMap<ImageBuild, readonly string[]> {
  return new Map(
    [...files].map(([build, own]) => [
      build,
      [...importedFiles(snapshot, own), ...importedByKtor(snapshot, own), ...mountedFiles(snapshot, own)],
    ]),
  );
}

/** A route of its own comes before those of what sets its server up. */
function withRoutes(code: CodeFacts, defaults: () => CodeFacts): CodeFacts {
  if (code.routes.length > 0 || code.answered.length > 0) return code;
  const { routes, answered } = defaults();
  return { ...code, routes, answered };
}

function serviceOf(listening: Listening): Service {
  const { snapshot, build, units } = listening;
  const ports = findPorts(listening);
  const released = releasedFrom(snapshot, build);
  const image = imageOf(snapshot, build, { released, units });
  return {
    name: build.name,
    directory: build.directory,
    image,
    ports,
    user: findUser(snapshot, build.facts),
    health: findHealth(listening, ports),
    owns: servicePaths(snapshot, { ...build, alsoOwns: alsoOwned(snapshot, build, { image, released }) }, units),
  };
}

/** What else an image is built from that a build outside makes: the module of GoReleaser, and the other modules that a module of Maven or Gradle needs. */
function alsoOwned(
  snapshot: Snapshot,
  { directory }: ImageBuild,
  { image, released }: { readonly image: Service['image']; readonly released: ReleasedImage | null },
): string[] {
  if (released !== null) return [below(released.directory)];
  if (image.dockerfile !== null && image.prebuilt.length === 0) return [];
  return [...modulesOfMaven(snapshot, directory), ...projectsOfGradle(snapshot, directory)].map(below);
}

interface Around {
  readonly released: ReleasedImage | null;
  readonly units: Units;
}

function imageOf(snapshot: Snapshot, build: ImageBuild, { released, units }: Around): Service['image'] {
  const { facts, making, directory, context, target, args, because } = build;
  if (making)
    return {
      kind: making.kind,
      dockerfile: null,
      context,
      target: null,
      buildArgs: {},
      prebuilt: [],
      build: making.commands,
      because,
    };
  const before = madeBefore(snapshot, facts, context);
  const prebuilt = [...before, ...prebuiltSources(snapshot, facts, context, released !== null)];
  const madeBy = makerOf(snapshot, context, { released, before, prebuilt });
  const made = released
    ? prebuilt.length > 0 && { madeFirst: released.commands }
    : outsideBuild({ snapshot, units, directory, context, prebuilt });
  const module = builtModule(snapshot, context, prebuilt);
  const base = localBase(snapshot, facts);
  const local = base && { value: base.name, because: [base.because] };
  return {
    kind: 'dockerfile',
    dockerfile: facts.file,
    context,
    target,
    buildArgs: Object.fromEntries([...args].map(([name, { value }]) => [name, value])),
    prebuilt,
    ...(madeBy === undefined ? {} : { madeBy }),
    ...made,
    ...(module === null ? {} : { module }),
    ...(local === null ? {} : { standsOn: local }),
    because: distinct([...because, ...[...args.values()].flatMap((word) => cite(snapshot, word))]),
  };
}

interface Made {
  readonly released: ReleasedImage | null;
  readonly before: readonly string[];
  readonly prebuilt: readonly string[];
}

/** What makes what is prebuilt; null for what a pipeline makes by several commands, which no build of one unit makes. */
function makerOf(snapshot: Snapshot, context: string, { released, before, prebuilt }: Made): string | null | undefined {
  if (released !== null) return undefined;
  return before.length > 0 ? null : strayMaker(snapshot, context, prebuilt);
}

/** What GoReleaser builds it from, where nothing else builds it. */
function releasedFrom(snapshot: Snapshot, { facts, context }: ImageBuild): ReleasedImage | null {
  return releasedImages(snapshot).find((it) => it.dockerfile === facts.file && it.directory === context) ?? null;
}

function distinct(because: readonly Evidence[]): Evidence[] {
  return firstOfEach(because, ({ file, line }) => `${file}\0${line}`);
}
