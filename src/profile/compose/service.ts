import type { DocumentPath } from '../../domain/finding.ts';
import type { ProfileWarning } from '../../domain/profile.ts';
import { isMapping } from '../formats/manifest.ts';
import { ancestors, directoryOf, joinPath } from '../paths.ts';
import type { Found, Snapshot } from '../snapshot.ts';
import type { Place, Word } from '../word.ts';
import type { ComposeBuild, ComposeService } from './compose.ts';
import { readEnvFile } from './env-file.ts';
import { MAIN } from './files.ts';
import { commandAt, itemsAt, pairsAt, type ServicePlace, textAt } from './place.ts';
import { portsOf } from './ports.ts';
import { runOf } from './run.ts';

/** One service; a build from what is not there is a warning. */
export function serviceOf(place: ServicePlace): Found<ComposeService> {
  const { manifest, name, rank } = place;
  const path = ['services', name];
  const build = buildOf(place, [...path, 'build']);
  const service: ComposeService = {
    name,
    at: { file: manifest.file, line: manifest.lineOf(path) },
    build: build.value,
    image: textAt(place, [...path, 'image']),
    ports: portsOf(place, path),
    environment: new Map([...envFiles(place, path), ...pairsAt(place, [...path, 'environment'])]),
    healthcheck: commandAt(place, [...path, 'healthcheck', 'test']),
    dependsOn: dependenciesOf(place, [...path, 'depends_on']),
    mounts: mountsOf(place, [...path, 'volumes']),
    run: runOf(place, path),
    rank,
  };
  return { value: service, warnings: build.warnings };
}

function buildOf(place: ServicePlace, path: DocumentPath): Found<ComposeBuild | null> {
  const { snapshot, manifest } = place;
  const nothing = { value: null, warnings: [] };
  const short = textAt(place, path);
  const isInline = manifest.at([...path, 'dockerfile_inline']) !== undefined;
  if ((!short && !isMapping(manifest.at(path))) || isInline) return nothing;
  const folder = (short ?? textAt(place, [...path, 'context']))?.value ?? '.';
  if (/^(https?:|git@|ssh:|git:|github\.com\/)/.test(folder)) return nothing;
  const at = { file: manifest.file, line: manifest.lineOf(path) };
  const name = textAt(place, [...path, 'dockerfile']);
  const built = basesOf(place).flatMap((base) => {
    const context = joinPath(base, folder);
    const dockerfile = context === null ? null : dockerfileIn(snapshot, context, name);
    return context === null || dockerfile === null ? [] : [{ context, dockerfile }];
  })[0];
  if (built === undefined) return { value: null, warnings: [missing(at, folder)] };
  const target = textAt(place, [...path, 'target']);
  return { value: { ...built, target, args: pairsAt(place, [...path, 'args']), at }, warnings: [] };
}

/** Paths are those of the first file of a call: of its own folder, else of a main file above it, behind which it is named. (docs.docker.com, "Merge Compose files") */
function basesOf({ snapshot, manifest }: ServicePlace): string[] {
  const [own, ...above] = ancestors(directoryOf(manifest.file));
  const mains = above.filter((folder) => MAIN.some((name) => snapshot.has(joinPath(folder, name) ?? name)));
  return [own ?? '.', ...mains];
}

/** Docker itself also finds `dockerfile`; Podman looks for `Containerfile` first. */
function dockerfileIn(snapshot: Snapshot, context: string, name: Word | null): string | null {
  const names = name ? [name.value] : ['Dockerfile', 'dockerfile', 'Containerfile'];
  return names.map((it) => joinPath(context, it)).find((path) => path !== null && snapshot.has(path)) ?? null;
}

function missing({ file, line }: Place, folder: string): ProfileWarning {
  return { file, line, message: `it builds from ${folder}, where the repository has no such Dockerfile.` };
}

/** `./web:/app`, or a mapping with `source`: a path, and not the name of a volume. */
function mountsOf(place: ServicePlace, path: DocumentPath): string[] {
  return itemsAt(place, path, 'source').flatMap((item) => {
    const [source = ''] = item.split(':');
    const folder = /^\.{1,2}(?:\/|$)/.test(source) ? joinPath(directoryOf(place.manifest.file), source) : null;
    return folder !== null && place.snapshot.modeOf(folder) === null && place.snapshot.exists(folder) ? [folder] : [];
  });
}

function envFiles(place: ServicePlace, path: DocumentPath): [string, Word][] {
  const { snapshot, manifest } = place;
  return itemsAt(place, [...path, 'env_file'], 'path').flatMap((name) => {
    const file = joinPath(directoryOf(manifest.file), name);
    return file === null ? [] : [...readEnvFile(snapshot, snapshot.has(file) ? file : exampleOf(snapshot, file))];
  });
}

/** A file that is not kept is what people copy from its example; its own name where there is none. */
function exampleOf(snapshot: Snapshot, file: string): string {
  const names = ['example', 'sample', 'template', 'dist'].flatMap((word) => [`${file}.${word}`, `${file}-${word}`]);
  return names.find((name) => snapshot.has(name)) ?? file;
}

function dependenciesOf({ manifest }: ServicePlace, path: DocumentPath): string[] {
  return isMapping(manifest.at(path)) ? manifest.keys(path) : manifest.texts(path);
}
