import { groupedBy } from '../../domain/grouped.ts';
import type { ComposeBuild, ComposeService } from '../compose/compose.ts';
import { type ImageFacts, readDockerfile } from '../docker/dockerfile.ts';
import { shortName } from '../docker/image-name.ts';
import { childAt, readXml } from '../formats/xml.ts';
import { oncePerSnapshot } from '../once.ts';
import { baseName, directoryOf, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { cite, type Word, wordAt } from '../word.ts';
import { scoreContext } from './context.ts';
import type { ImageBuild } from './image-build.ts';

export interface SharedDockerfile {
  readonly snapshot: Snapshot;
  readonly facts: ImageFacts;
  readonly compose: readonly ComposeService[];
  /** How pipelines build images. */
  readonly pipelines: readonly ComposeBuild[];
  readonly units: ReadonlySet<string>;
}

/**
 * One Dockerfile for many modules: what it copies, or the folder that it works in, is named by an argument without a default, and compose
 * runs images that are called like modules of this repository. One build for each; none where that is not so. (detection.md: "One Dockerfile → N services by ARG")
 */
export function publishedBuilds(shared: SharedDockerfile): ImageBuild[] {
  const parameter = parameterOf(shared.facts);
  if (parameter === null) return [];
  const modules = modulesOf(shared.snapshot);
  const running = shared.compose.slice(0, MOST_SERVICES).flatMap((service) => {
    const module = service.build || !service.image ? undefined : modules.get(shortName(service.image.value));
    return module === undefined ? [] : [{ service, module }];
  });
  const rank = Math.min(...running.map(({ service }) => service.rank));
  const usual = running.filter(({ service }) => service.rank === rank);
  return [...groupedBy(usual, ({ module }) => module).values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { service, module } = first;
    const name = rank === 0 && others.length === 0 ? service.name : baseName(module);
    return buildOf(shared, { name, service: asRun(shared, service), module, ...parameter }) ?? [];
  });
}

/** A further file is put over the main one beside it, which knows what it leaves out. */
function asRun({ compose }: SharedDockerfile, service: ComposeService): ComposeService {
  const main = compose.find(
    ({ name, rank, at }) =>
      rank === 0 && name === service.name && directoryOf(at.file) === directoryOf(service.at.file),
  );
  if (!main) return service;
  const ports = service.ports.length > 0 ? service.ports : main.ports;
  return { ...service, ports, environment: new Map([...main.environment, ...service.environment]) };
}

/** More services than any compose file has would only take time. */
const MOST_SERVICES = 200;

interface Parameter {
  readonly argument: string;
  /** The source that it names. */
  readonly source: Word;
}

function parameterOf({ sources, workdirs }: ImageFacts): Parameter | null {
  for (const source of [...sources, ...workdirs]) {
    const argument = /\$\{?(\w+)/.exec(source.value)?.[1];
    if (argument !== undefined) return { argument, source };
  }
  return null;
}

/** Folders with a manifest and without a Dockerfile, by their last step. */
const modulesOf = oncePerSnapshot((snapshot: Snapshot): ReadonlyMap<string, string> => {
  const manifests = snapshot.paths.filter((path) => MANIFEST.test(baseName(path)) && path.includes('/'));
  const folders = manifests.map(directoryOf).filter((folder) => !snapshot.has(`${folder}/Dockerfile`));
  return new Map(folders.map((folder) => [baseName(folder), folder]));
});

const MANIFEST = /^(pom\.xml|build\.gradle(\.kts)?|package\.json|go\.mod|Cargo\.toml|pyproject\.toml|main\.go)$/;

interface Module extends Parameter {
  readonly name: string;
  readonly service: ComposeService;
  readonly module: string;
}

function buildOf({ snapshot, facts, units, pipelines }: SharedDockerfile, it: Module): ImageBuild | null {
  const { service, module, argument } = it;
  const jar = isJar(it.source) ? jarOf(snapshot, module) : null;
  const value = jar?.name ?? wordAt(baseName(module), service.at.file, service.at.line);
  const args = new Map([[argument, value], ...exposed(facts, service)]);
  const own = readDockerfile(snapshot, { file: facts.file, target: null, args }).value;
  if (!own) return null;
  const written = pipelines.find(({ dockerfile }) => dockerfile === facts.file);
  return {
    name: it.name,
    directory: module,
    facts: own,
    making: null,
    context: jar?.folder ?? written?.context ?? scoreContext(snapshot, own, units).context,
    target: null,
    args,
    compose: service,
    because: [...cite(snapshot, it.source), ...(service.image ? cite(snapshot, service.image) : [])],
  };
}

/** `${NAME}.jar` without a folder: it lies where the build puts it, and that folder is the context. */
function isJar({ value }: Word): boolean {
  return /^\$\{?\w+\}?\.(jar|war)$/.test(value);
}

function jarOf(snapshot: Snapshot, module: string): { readonly name: Word; readonly folder: string } | null {
  const file = `${module}/pom.xml`;
  if (!snapshot.has(file)) return null;
  const project = readXml(snapshot, file).value;
  const artifact = childAt(project, 'artifactId');
  const version = childAt(project, 'version') ?? childAt(project, 'parent', 'version');
  const folder = joinPath(module, 'target');
  if (!artifact || !version || folder === null) return null;
  const name = childAt(project, 'build', 'finalName')?.text ?? `${artifact.text}-${version.text}`;
  const at = [artifact, version].map(({ line }) => ({ file, line }));
  return { name: { value: name, at: [at[0] ?? { file, line: 1 }, ...at.slice(1)] }, folder };
}

/** An argument that only EXPOSE uses is given the port that compose knows. */
function exposed({ exposed: words }: ImageFacts, { ports }: ComposeService): [string, Word][] {
  const name = words.length === 1 ? /^\$\{?(\w+)\}?$/.exec(words[0]?.value ?? '')?.[1] : undefined;
  const [port] = ports;
  return name === undefined || !port ? [] : [[name, { value: String(port.port), at: port.word.at }]];
}
