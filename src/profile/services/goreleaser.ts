import type { DocumentPath } from '../../domain/finding.ts';
import type { Command } from '../../domain/profile.ts';
import type { Manifest } from '../formats/manifest.ts';
import { readYamlDocuments } from '../formats/yaml.ts';
import { oncePerSnapshot } from '../once.ts';
import { baseName, directoryOf, joinPath } from '../paths.ts';
import { shellWord } from '../shell-word.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Place } from '../word.ts';

/** An image that GoReleaser builds, from a folder that it fills with the programs that it has built. */
export interface ReleasedImage {
  readonly dockerfile: string;
  /** Where GoReleaser is started. */
  readonly directory: string;
  /** What builds the programs where such a folder has them; none where more is needed for that. */
  readonly commands: readonly Command[];
  readonly at: Place;
}

const FILE = /^\.?goreleaser\.ya?ml$/;

/** The images of GoReleaser's settings, each Dockerfile once. (goreleaser.com, "Docker Images") */
export const releasedImages = oncePerSnapshot((snapshot: Snapshot): readonly ReleasedImage[] => {
  const files = snapshot.paths.filter((path) => FILE.test(baseName(path)));
  const found = files.flatMap((file) => readYamlDocuments(snapshot, file).flatMap((it) => imagesIn(snapshot, it)));
  return [...new Map(found.reverse().map((image) => [image.dockerfile, image])).values()].reverse();
});

function imagesIn(snapshot: Snapshot, manifest: Manifest): ReleasedImage[] {
  const own = directoryOf(manifest.file);
  // It is started in the folder around `.config` and its like.
  const directory = baseName(own).startsWith('.') && own !== '.' ? directoryOf(own) : own;
  const programs = programsIn(manifest, directory);
  return ['dockers', 'dockers_v2'].flatMap((key) =>
    manifest.items([key]).flatMap((path) => {
      const dockerfile = joinPath(directory, manifest.text([...path, 'dockerfile']) ?? 'Dockerfile');
      if (dockerfile === null || !snapshot.has(dockerfile)) return [];
      const ids = manifest.texts([...path, 'ids']);
      const wanted = programs.filter(({ id }) => ids.length === 0 || ids.includes(id));
      const folder = key === 'dockers' ? '' : `${PLATFORM}/`;
      const isKnown = isPrepared(manifest) && wanted.length > 0 && wanted.every(({ command }) => command !== null);
      const commands = isKnown ? wanted.flatMap(({ command }) => command?.(folder) ?? []) : [];
      return { dockerfile, directory, commands, at: { file: manifest.file, line: manifest.lineOf(path) } };
    }),
  );
}

/** What `$TARGETPLATFORM` is where nothing asks for another one, on the machines that build. */
const PLATFORM = 'linux/amd64';

/** Hooks that change nothing of what is built: the modules are there, and what is generated is committed. */
const HOOK = /^(?:go mod (?:tidy|download|verify)|go generate \S+|go vet \S+|go test \S+)$/;

function isPrepared(manifest: Manifest): boolean {
  return manifest.items(['before', 'hooks']).every((path) => HOOK.test(manifest.text(path)?.trim() ?? ''));
}

interface Program {
  readonly id: string;
  /** Builds it into that folder; null where another language or a template decides how. */
  readonly command: ((folder: string) => Command) | null;
}

/** One program stands for the whole project, where no build is written. */
function programsIn(manifest: Manifest, directory: string): Program[] {
  const project = manifest.text(['project_name']);
  return manifest.items(['builds']).map((path) => {
    const binary = manifest.text([...path, 'binary']) ?? project;
    const id = manifest.text([...path, 'id']) ?? project ?? '';
    return { id, command: binary === null ? null : commandAt(manifest, { path, binary, directory }) };
  });
}

interface BuildPlace {
  readonly path: DocumentPath;
  readonly binary: string;
  readonly directory: string;
}

function commandAt(manifest: Manifest, { path, binary, directory }: BuildPlace): Program['command'] {
  const builder = manifest.text([...path, 'builder']) ?? 'go';
  const main = manifest.text([...path, 'main']) ?? '.';
  const folder = manifest.text([...path, 'dir']) ?? '.';
  const isPlain = [binary, main, folder].every((word) => /^[\w./-]{1,200}$/.test(word));
  if (builder !== 'go' || !isPlain || folder !== '.' || binary.includes('/')) return null;
  const set = [...manifest.texts(['env']), ...manifest.texts([...path, 'env'])];
  const environment = set.filter((pair) => /^CGO_ENABLED=[01]$/.test(pair)).slice(-1);
  const tags = manifest.texts([...path, 'tags']).filter((tag) => /^[\w.-]{1,60}$/.test(tag));
  const words = [...environment, 'go build', ...(tags.length > 0 ? [`-tags ${tags.join(',')}`] : [])];
  const because = [manifest.evidence(path)];
  return (where) => ({
    run: `${words.join(' ')} -o ${where}${binary} ${shellWord(main)}`,
    directory,
    because,
  });
}
