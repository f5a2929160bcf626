import type { DocumentPath } from '../../domain/finding.ts';
import { readJson } from '../formats/json.ts';
import type { Manifest } from '../formats/manifest.ts';
import { readToml } from '../formats/toml.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import { directoryOf, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Word, wordAt } from '../word.ts';
import type { ImageBuild } from './image-build.ts';

/** A path that is asked, of the image that a Dockerfile makes. */
interface Check {
  /** As it is written, from the folder above the file; null where none is named. */
  readonly dockerfile: string | null;
  readonly path: DocumentPath;
}

/** A platform that builds a Dockerfile, and asks whether what it makes is well. */
interface Platform {
  readonly file: string;
  read(snapshot: Snapshot, file: string): Manifest;
  checks(manifest: Manifest): readonly Check[];
}

const railway = (manifest: Manifest): readonly Check[] => [
  { dockerfile: manifest.text(['build', 'dockerfilePath']), path: ['deploy', 'healthcheckPath'] },
];

const PLATFORMS: readonly Platform[] = [
  {
    // render.com, "Blueprint YAML Reference"
    file: 'render.yaml',
    read: (snapshot, file) => readYamlManifest(snapshot, file).value,
    checks: (manifest) =>
      manifest
        .items(['services'])
        .filter((at) => ['runtime', 'env'].some((key) => manifest.text([...at, key]) === 'docker'))
        .map((at) => ({
          dockerfile: manifest.text([...at, 'dockerfilePath']) ?? below(manifest.text([...at, 'rootDir'])),
          path: [...at, 'healthCheckPath'],
        })),
  },
  // docs.railway.com, "Config as Code"
  { file: 'railway.toml', read: (snapshot, file) => readToml(snapshot, file).value, checks: railway },
  { file: 'railway.json', read: (snapshot, file) => readJson(snapshot, file).value, checks: railway },
  {
    // kamal-deploy.org, "Proxy": healthcheck; before version 2 by itself
    file: 'config/deploy.yml',
    read: (snapshot, file) => readYamlManifest(snapshot, file).value,
    checks: (manifest) =>
      [['proxy'], []].map((at) => ({
        dockerfile: manifest.text(['builder', 'dockerfile']),
        path: [...at, 'healthcheck', 'path'],
      })),
  },
];

function below(folder: string | null): string | null {
  return folder === null ? null : joinPath(folder, 'Dockerfile');
}

interface Hosting extends Platform {
  readonly folder: string;
  readonly at: string;
}

function hostingsOf(snapshot: Snapshot, { facts, context }: ImageBuild): Hosting[] {
  return [...new Set([directoryOf(facts.file), context])].flatMap((folder) =>
    PLATFORMS.flatMap((platform) => {
      const at = joinPath(folder, platform.file);
      return at !== null && snapshot.has(at) ? [{ ...platform, folder, at }] : [];
    }),
  );
}

/** The files of such platforms beside the Dockerfile of a build, or where it is built. */
export function hostingFiles(snapshot: Snapshot, build: ImageBuild): string[] {
  return hostingsOf(snapshot, build).map(({ at }) => at);
}

/** The path that a platform which builds the Dockerfile of a build asks what it makes; null where none does. */
export function hostedHealth(snapshot: Snapshot, build: ImageBuild): Word | null {
  for (const { folder, at, read, checks } of hostingsOf(snapshot, build)) {
    const manifest = read(snapshot, at);
    const found = checks(manifest).find(
      ({ dockerfile, path }) =>
        manifest.text(path)?.startsWith('/') &&
        joinPath(folder, (dockerfile ?? 'Dockerfile').replace(/^\//, '')) === build.facts.file,
    );
    if (found) return wordAt(manifest.text(found.path) ?? '', at, manifest.lineOf(found.path));
  }
  return null;
}
