import type { ProfileWarning } from '../../domain/profile.ts';
import { isMapping, type Manifest } from '../manifest.ts';
import { baseName, directoryOf, joinPath } from '../paths.ts';
import type { Found, Snapshot } from '../snapshot.ts';
import { readYamlManifest } from '../yaml.ts';

/** A service of a compose file. */
export interface ComposeService {
  readonly name: string;
  readonly file: string;
  /** The line of its name. */
  readonly line: number;
  /** Null where it only runs an image. Paths are from the repository's root. */
  readonly build: {
    readonly context: string;
    readonly dockerfile: string;
    readonly target: string | null;
    readonly args: Readonly<Record<string, string>>;
    readonly line: number;
  } | null;
  readonly image: { readonly value: string; readonly line: number } | null;
  /** Ports on the container's side. */
  readonly ports: readonly { readonly port: number; readonly protocol: 'tcp' | 'udp'; readonly line: number }[];
  readonly environment: Readonly<Record<string, string>>;
  readonly dependsOn: readonly string[];
}

/** Names of the compose specification and of its predecessor, with overrides such as `compose.ci.yaml`. */
export const COMPOSE_NAME = /^(docker-)?compose([.-][\w-]+)*\.ya?ml$/;

/** The services of every compose file of the repository, main files before overrides. */
export function readComposeFiles(snapshot: Snapshot): Found<readonly ComposeService[]> {
  const files = snapshot.paths.filter((path) => COMPOSE_NAME.test(baseName(path)));
  const read = files.map((file) => readYamlManifest(snapshot, file));
  const main = (file: string) => /^(docker-)?compose\.ya?ml$/.test(baseName(file));
  const manifests = read.map(({ value }) => value);
  const ordered = [...manifests.filter(({ file }) => main(file)), ...manifests.filter(({ file }) => !main(file))];
  const services = ordered.flatMap((manifest) => servicesOf(snapshot, manifest));
  const warnings: ProfileWarning[] = read.flatMap((it) => it.warnings);
  return { value: services, warnings };
}

function servicesOf(snapshot: Snapshot, manifest: Manifest): ComposeService[] {
  const variables = environmentFile(snapshot, joinPath(directoryOf(manifest.file), '.env') ?? '.env');
  return manifest.keys(['services']).map((name) => serviceOf(manifest, name, variables));
}

function serviceOf(manifest: Manifest, name: string, variables: ReadonlyMap<string, string>): ComposeService {
  const path = ['services', name];
  const fill = (text: string) => interpolate(text, variables);
  const image = manifest.text([...path, 'image']);
  return {
    name,
    file: manifest.file,
    line: manifest.lineOf(path),
    build: buildOf(manifest, path, fill),
    image: image === null ? null : { value: fill(image), line: manifest.lineOf([...path, 'image']) },
    ports: [...portsOf(manifest, [...path, 'ports'], fill), ...portsOf(manifest, [...path, 'expose'], fill)],
    environment: pairsOf(manifest, [...path, 'environment'], fill),
    dependsOn: isMapping(manifest.at([...path, 'depends_on']))
      ? manifest.keys([...path, 'depends_on'])
      : manifest.texts([...path, 'depends_on']),
  };
}

function buildOf(manifest: Manifest, path: readonly string[], fill: (text: string) => string): ComposeService['build'] {
  const at = [...path, 'build'];
  const short = manifest.text(at);
  if (short === null && !isMapping(manifest.at(at))) return null;
  const folder = directoryOf(manifest.file);
  const context = joinPath(folder, fill(short ?? manifest.text([...at, 'context']) ?? '.'));
  const dockerfile =
    context === null ? null : joinPath(context, fill(manifest.text([...at, 'dockerfile']) ?? 'Dockerfile'));
  if (context === null || dockerfile === null) return null;
  const target = manifest.text([...at, 'target']);
  return {
    context,
    dockerfile,
    target: target === null ? null : fill(target),
    args: pairsOf(manifest, [...at, 'args'], fill),
    line: manifest.lineOf(at),
  };
}

/** A mapping, or a list of `NAME=value`. */
function pairsOf(manifest: Manifest, path: readonly string[], fill: (text: string) => string): Record<string, string> {
  const value = manifest.at(path);
  if (isMapping(value)) {
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, it]) => (isScalar(it) ? [[key, fill(String(it))]] : [])),
    );
  }
  return Object.fromEntries(
    manifest
      .texts(path)
      .flatMap((text) =>
        text.includes('=') ? [[text.slice(0, text.indexOf('=')), fill(text.slice(text.indexOf('=') + 1))]] : [],
      ),
  );
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** `8080`, `80:8080`, `127.0.0.1:80:8080/udp`, or the long form; only what the container listens on. */
function portsOf(manifest: Manifest, path: readonly string[], fill: (text: string) => string): ComposeService['ports'] {
  const list = manifest.at(path);
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, index) => {
    const line = manifest.lineOf([...path, index]);
    const short = isMapping(item)
      ? isScalar(item.target)
        ? `${item.target}/${isScalar(item.protocol) ? item.protocol : 'tcp'}`
        : ''
      : isScalar(item)
        ? fill(String(item))
        : '';
    const [, port, protocol] = /(?:^|:)(\d{1,5})(?:\/(tcp|udp))?$/.exec(short) ?? [];
    return port === undefined || Number(port) > 65_535
      ? []
      : [{ port: Number(port), protocol: protocol === 'udp' ? ('udp' as const) : ('tcp' as const), line }];
  });
}

/** `${NAME}`, `${NAME:-default}` and `$NAME`, as compose reads them; an unknown name becomes nothing. */
function interpolate(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(
    /\$(?:\{(\w+)(?::?[-?+]([^}]*))?\}|(\w+))/g,
    (_, braced?: string, fallback?: string, plain?: string) => variables.get(braced ?? plain ?? '') ?? fallback ?? '',
  );
}

/** The assignments of a `.env` file. */
export function environmentFile(snapshot: Snapshot, file: string): ReadonlyMap<string, string> {
  const pairs = (snapshot.text(file) ?? '').split('\n').flatMap((line) => {
    const [, name, value = ''] = /^\s*(?:export\s+)?(\w+)=(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value.trim().replace(/^(["'])(.*)\1$/, '$2')] as const];
  });
  return new Map(pairs);
}
