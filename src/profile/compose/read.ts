import { isMapping, type Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import { directoryOf, joinPath } from '../paths.ts';
import type { Found, Snapshot } from '../snapshot.ts';
import type { ComposeService } from './compose.ts';
import { lookUpIn, readEnvFile } from './env-file.ts';
import { type ComposeFiles, groupComposeFiles } from './files.ts';
import { serviceOf } from './service.ts';

/** The services of every compose file of the repository, those of main files first. */
export function readComposeFiles(snapshot: Snapshot): Found<readonly ComposeService[]> {
  const read = groupComposeFiles(snapshot.paths).map((files) => readGroup(snapshot, files));
  return { value: read.flatMap(({ value }) => value), warnings: read.flatMap(({ warnings }) => warnings) };
}

function readGroup(snapshot: Snapshot, { main, overrides, rank }: ComposeFiles): Found<ComposeService[]> {
  const [first, ...others] = [main, ...overrides].map((file) => readOne(snapshot, file, rank));
  const services = others.reduce((under, { value }) => overlay(under, value), first?.value ?? []);
  return { value: services, warnings: [first, ...others].flatMap((it) => it?.warnings ?? []) };
}

function readOne(snapshot: Snapshot, file: string, rank: ComposeService['rank']): Found<ComposeService[]> {
  const { value: manifest, warnings } = readYamlManifest(snapshot, file);
  const lookUp = lookUpIn(readEnvFile(snapshot, joinPath(directoryOf(file), '.env') ?? '.env'));
  const services = namesOf(manifest).map((name) => serviceOf({ snapshot, manifest, name, lookUp, rank }));
  return {
    value: services.map(({ value }) => value),
    warnings: [...warnings, ...services.flatMap((it) => it.warnings)],
  };
}

function namesOf(manifest: Manifest): string[] {
  return manifest.keys(['services']).filter((name) => isMapping(manifest.at(['services', name])));
}

/** An override is made for work on the project: it fills gaps here, and replaces nothing. */
function overlay(services: readonly ComposeService[], over: readonly ComposeService[]): ComposeService[] {
  const names = new Set(services.map(({ name }) => name));
  const merged = services.map((service) => {
    const other = over.find(({ name }) => name === service.name);
    return other ? filled(service, other) : service;
  });
  return [...merged, ...over.filter(({ name }) => !names.has(name)).map((it) => ({ ...it, rank: 2 as const }))];
}

function filled(service: ComposeService, other: ComposeService): ComposeService {
  return {
    ...service,
    build: service.build ?? other.build,
    image: service.image ?? other.image,
    ports: service.ports.length > 0 ? service.ports : other.ports,
    environment: new Map([...other.environment, ...service.environment]),
    healthcheck: service.healthcheck ?? other.healthcheck,
    dependsOn: [...new Set([...service.dependsOn, ...other.dependsOn])],
    run: service.run.published.length > 0 ? service.run : { ...service.run, published: other.run.published },
  };
}
