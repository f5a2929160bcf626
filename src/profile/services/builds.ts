import { groupedBy } from '../../domain/grouped.ts';
import type { ProfileWarning, ProjectProfile } from '../../domain/profile.ts';
import type { ComposeBuild, ComposeService } from '../compose/compose.ts';
import { type ImageFacts, readDockerfile } from '../docker/dockerfile.ts';
import { runsNothing, suffixOf } from '../docker/ignored.ts';
import { imageName } from '../docker/image-name.ts';
import { isTelling, isThere, pathOf } from '../docker/sources.ts';
import { baseName, directoryOf, isWithin, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Word } from '../word.ts';
import { chooseDockerfiles } from './choose.ts';
import { type ContextChoice, isForDocker, MOST_SOURCES, scoreContext, serviceDirectory } from './context.ts';
import { releasedImages } from './goreleaser.ts';
import type { ImageBuild } from './image-build.ts';
import { ownName, saysBase, startedProgram, tellingFolder } from './name.ts';
import { pipelineBuilds } from './pipeline-builds.ts';
import { publishedBuilds } from './published.ts';
import { type Variant, variantsOf, withoutPassedOn } from './variants.ts';

export interface FoundBuilds {
  readonly builds: readonly ImageBuild[];
  readonly ignored: ProjectProfile['ignored'];
  readonly warnings: readonly ProfileWarning[];
}

export interface Sources {
  readonly snapshot: Snapshot;
  readonly compose: readonly ComposeService[];
  /** Folders with a manifest. */
  readonly units: ReadonlySet<string>;
}

/** Every image that the repository builds from a Dockerfile. */
export function findBuilds(sources: Sources): FoundBuilds {
  const pipelines = pipelineBuilds(sources.snapshot);
  const { chosen, ignored } = chooseDockerfiles(sources.snapshot, sources.compose, pipelines);
  const { within, beyond } = bounded(sources.snapshot, chosen);
  const inFolder = groupedBy(chosen, directoryOf);
  const found = within.map((file) =>
    buildsOf({ ...sources, pipelines }, file, (inFolder.get(directoryOf(file))?.length ?? 0) > 1),
  );
  return {
    builds: found.flatMap(({ builds }) => builds),
    ignored: [...ignored, ...found.flatMap((it) => it.ignored)],
    warnings: [...found.flatMap(({ warnings }) => warnings), ...beyond],
  };
}

/** All Dockerfiles of no system that people keep are longer. */
const MOST_TEXT = 1_000_000;

function bounded(snapshot: Snapshot, files: readonly string[]) {
  let length = 0;
  const within = files.filter((file) => {
    length += snapshot.text(file)?.length ?? 0;
    return length <= MOST_TEXT;
  });
  const isWithinBounds = new Set(within);
  const message = `the Dockerfiles before it have more than ${MOST_TEXT} characters; it is left out.`;
  const beyond = files
    .filter((file) => !isWithinBounds.has(file))
    .map((file): ProfileWarning => ({ file, line: 1, message }));
  return { within, beyond };
}

/** More builds of one Dockerfile than any system has would only take time. */
const MOST_VARIANTS = 50;

interface AllSources extends Sources {
  /** How pipelines build images. */
  readonly pipelines: readonly ComposeBuild[];
}

function buildsOf(sources: AllSources, file: string, hasSiblings: boolean): FoundBuilds {
  const { snapshot, compose, pipelines } = sources;
  const all = variantsOf(file, compose, pipelines).slice(0, MOST_VARIANTS);
  const isPart = hasSiblings && suffixOf(baseName(file)) !== '';
  const variants = withoutPassedOn(snapshot.text(file) ?? '', isPart ? all.map(withoutRunner) : all);
  const [first] = variants;
  const read = readDockerfile(snapshot, { file, target: first?.target ?? null, args: first?.args ?? new Map() });
  const facts = read.value;
  const why = facts ? (runsNothing(facts) ?? holdsNoProgram(sources, facts, variants)) : null;
  if (!facts || why !== null)
    return { builds: [], ignored: why === null ? [] : [{ path: file, why }], warnings: read.warnings };
  const isBuilt = variants.some(({ compose: user }) => user?.build?.dockerfile === file);
  const published = isBuilt ? [] : publishedBuilds({ ...sources, facts });
  const builds = variants.map((variant, index) => {
    const own = index === 0 ? facts : readDockerfile(snapshot, { file, ...variant }).value;
    return buildOf(sources, own ?? facts, { ...variant, hasSiblings });
  });
  return { builds: published.length > 0 ? published : builds, ignored: [], warnings: read.warnings };
}

/** What runs under the name of a folder is what the folder's plain Dockerfile makes, or its program, and not what stands beside it. */
function withoutRunner(variant: Variant): Variant {
  return variant.compose?.build ? variant : { ...variant, compose: null };
}

/** A file by which packages are installed, and nothing of a program. */
function bringsPackages({ value }: Word): boolean {
  return /^(?:\.\/)?(?:package(?:-lock)?\.json|package\*\.json|\.npmrc|yarn\.lock|pnpm-lock\.yaml|requirements[\w.-]{0,40}\.txt|pyproject\.toml|poetry\.lock|uv\.lock|Gemfile(?:\.lock)?|composer\.(?:json|lock)|go\.(?:mod|sum))$/.test(
    value,
  );
}

/** It copies nothing, or Docker's own files alone, or starts nothing, over an image of everybody's, and copies manifests alone, and compose mounts a program of the repository into it. */
function holdsNoProgram({ snapshot, units }: Sources, facts: ImageFacts, variants: readonly Variant[]): string | null {
  const own = directoryOf(facts.file);
  const isOwn = ({ value }: Word) => isTelling(value) && isWithin(own, pathOf(snapshot, own, value) ?? '.');
  const isEmpty = facts.sources.length === 0 || (isForDocker(snapshot, own) && facts.sources.every(isOwn));
  const startsNothing = facts.commands.length === 0 && !imageName(facts.base.value).repository.includes('/');
  const holdsPrograms = !isEmpty && !(startsNothing && facts.sources.every(bringsPackages));
  if (facts.holdsBuilt || holdsPrograms) return null;
  const isMounted = ({ compose }: Variant) =>
    compose?.build?.dockerfile === facts.file &&
    compose.mounts.some((folder) => [...units].some((unit) => isWithin(folder, unit)));
  return variants.some(isMounted) ? 'an image for development: the program is mounted into it' : null;
}

function buildOf(
  { snapshot, units }: Sources,
  facts: ImageFacts,
  variant: Variant & { readonly hasSiblings: boolean },
): ImageBuild {
  const { compose, build, target, args } = variant;
  const { context, because } = contextOf(snapshot, facts, { build, units });
  const directory = argumentFolder(snapshot, context, variant) ?? serviceDirectory(snapshot, facts, context);
  const isBuilder = compose?.build?.dockerfile === facts.file;
  const name = nameOf(facts, {
    snapshot,
    directory,
    variant: isBuilder ? variant : { ...variant, compose: null },
  });
  return { name, directory, facts, making: null, context, target, args, compose, because };
}

function contextOf(
  snapshot: Snapshot,
  facts: ImageFacts,
  { build, units }: { readonly build: ComposeBuild | null; readonly units: ReadonlySet<string> },
): ContextChoice {
  const shown = scoreContext(snapshot, facts, units);
  const isReleased = releasedImages(snapshot).some(({ at }) => at === build?.at);
  if (
    build?.dockerfile !== facts.file ||
    (!isReleased && isRefuted(snapshot, facts, { written: build.context, shown: shown.context }))
  )
    return shown;
  return { context: build.context, because: [snapshot.evidence(build.at.file, build.at.line)] };
}

/** A build that finds nothing of what its Dockerfile copies, where another folder has it, cannot have worked for long. */
function isRefuted(
  snapshot: Snapshot,
  { sources }: ImageFacts,
  { written, shown }: { readonly written: string; readonly shown: string },
): boolean {
  const telling = sources.slice(0, MOST_SOURCES).filter(({ value }) => isTelling(value));
  const isFound = (context: string) => telling.some(({ value }) => isThere(snapshot, context, value));
  return written !== shown && !isFound(written) && isFound(shown);
}

/** Where one Dockerfile makes several images, an argument that names a folder names the program. */
function argumentFolder(snapshot: Snapshot, context: string, { args, only }: Variant): string | null {
  const folders = only ? [] : [...args.values()].map(({ value }) => joinPath(context, value));
  return (
    folders.find((folder) => folder !== null && folder !== context && snapshot.entriesIn(folder).length > 0) ?? null
  );
}

interface Naming {
  readonly snapshot: Snapshot;
  readonly directory: string;
  readonly variant: Variant & { readonly hasSiblings: boolean };
}

/** The name that compose gives it; else what its Dockerfile is called, where several stand side by side; else its folder's, the project's, or that of the program that it starts. */
function nameOf(facts: ImageFacts, { snapshot, directory, variant }: Naming): string {
  const { file } = facts;
  const { compose, label, only, hasSiblings } = variant;
  const project = () => ownName(snapshot) ?? compose?.name ?? startedProgram(facts) ?? 'app';
  const folder = tellingFolder(directory) ?? tellingFolder(directoryOf(file)) ?? project();
  const suffix = suffixOf(baseName(file));
  if (compose && (!only || [directory, directoryOf(file)].some((place) => isSpokenFor(compose, place))))
    return compose.name;
  if (label !== null) return saysBase(label) ? `${folder}-${label}` : label;
  return hasSiblings && suffix !== '' && !saysBase(suffix) ? suffix : folder;
}

/** Compose files of demonstrations run a program under names that are not its own: only one at or above the program, or its Dockerfile, names it. */
function isSpokenFor({ at }: ComposeService, directory: string): boolean {
  return isWithin(directoryOf(at.file), directory);
}

/** Two services of one name are told apart by their folders, else by what their Dockerfiles are called, else by number. */
export function nameApart(all: readonly ImageBuild[]): ImageBuild[] {
  const otherwise = new Set(all.flatMap((build) => (isByFile(build) ? [] : [build.name])));
  const builds = all.map((build) =>
    isByFile(build) && otherwise.has(build.name) ? { ...build, name: inFolder(build) } : build,
  );
  const taken = new Set<string>();
  const bothOf = (build: ImageBuild) => `${build.name}\0${longName(build)}`;
  const [named, longNamed] = [groupedBy(builds, ({ name }) => name), groupedBy(builds, bothOf)];
  return builds.map((build) => {
    const isTold = named.get(build.name)?.length !== 1 && longNamed.get(bothOf(build))?.length === 1;
    const own = isTold ? longName(build) : build.name;
    const name = freeName(taken.has(own) ? fileName(build) : own, taken);
    taken.add(name);
    return { ...build, name };
  });
}

/** Whether its Dockerfile gives it its name, as `worker.Dockerfile` does: another image may have that name by its own folder. */
function isByFile({ name, facts }: ImageBuild): boolean {
  return suffixOf(baseName(facts.file)) === name;
}

function inFolder({ name, directory }: ImageBuild): string {
  const folder = tellingFolder(directory);
  return folder === null ? name : `${folder}-${name}`;
}

function longName({ name, directory }: ImageBuild): string {
  return directory === '.' ? name : directory.split('/').slice(-2).join('-');
}

/** `shop.Dockerfile`, or `distroless/Dockerfile`, beside another one of the same name. */
function fileName({ name, facts }: ImageBuild): string {
  const folder = baseName(directoryOf(facts.file));
  const suffix = suffixOf(baseName(facts.file)) || (saysBase(folder) ? folder : '');
  return suffix === '' ? name : `${name}-${suffix}`;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(number === 1 ? name : `${name}-${number}`)) number += 1;
  return number === 1 ? name : `${name}-${number}`;
}
