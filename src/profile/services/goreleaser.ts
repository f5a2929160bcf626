import type { DocumentPath } from '../../domain/finding.ts';
import { firstOfEach } from '../../domain/grouped.ts';
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
  /** Folders of the programs in it, as far as they are written out. */
  readonly mains: readonly string[];
  /** The platforms that it is for, `linux/arm64`; a template is none that is known. */
  readonly platforms: readonly string[];
  readonly at: Place;
}

const FILE = /^\.?goreleaser\.ya?ml$/;

/** The images of GoReleaser's settings, each Dockerfile once, as it is built for the machines that build. (goreleaser.com, "Docker Images") */
export const releasedImages = oncePerSnapshot((snapshot: Snapshot): readonly ReleasedImage[] => {
  const files = snapshot.paths.filter((path) => FILE.test(baseName(path)));
  const found = files.flatMap((file) => readYamlDocuments(snapshot, file).flatMap((it) => imagesIn(snapshot, it)));
  const order = [...found.filter(isForHere), ...found.filter((image) => !isForHere(image))];
  return firstOfEach(order, ({ dockerfile }) => dockerfile);
});

/** The folders whose sources an image of GoReleaser is made of: those of its programs, or all where there is only one in any of them; none of another image. */
export function releasedSources(snapshot: Snapshot, dockerfile: string, context: string): readonly string[] {
  const all = releasedImages(snapshot).filter(({ directory }) => directory === context);
  const mains = all.find((it) => it.dockerfile === dockerfile)?.mains ?? [];
  const isOneProgram = new Set(all.flatMap((it) => it.mains)).size === 1;
  return isOneProgram && mains.length > 0 ? [context] : mains;
}

/** Why a Dockerfile makes nothing where images are built: GoReleaser gives it programs of other platforms alone; null where it does not. */
export function releasedElsewhere(snapshot: Snapshot, dockerfile: string): string | null {
  const image = releasedImages(snapshot).find((it) => it.dockerfile === dockerfile);
  if (!image || isForHere(image)) return null;
  return `an image for ${image.platforms.join(' and ')}: GoReleaser gives it no program for ${PLATFORM}`;
}

function isForHere({ platforms }: ReleasedImage): boolean {
  return platforms.some((platform) => platform === PLATFORM || platform.includes('{{'));
}

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
      const fitting = programs.filter(({ id, isForHere }) => isForHere && (ids.length === 0 || ids.includes(id)));
      const wanted = firstOfEach(fitting, ({ output }) => output);
      const folder = key === 'dockers' ? '' : `${PLATFORM}/`;
      const isKnown = isPrepared(manifest) && wanted.length > 0 && wanted.every(({ command }) => command !== null);
      const commands = isKnown ? wanted.flatMap(({ command }) => command?.(folder) ?? []) : [];
      const platforms = platformsOf(manifest, path, key);
      const mains = [...new Set(fitting.flatMap(({ main }) => main ?? []))];
      return {
        dockerfile,
        directory,
        commands,
        mains,
        platforms,
        at: { file: manifest.file, line: manifest.lineOf(path) },
      };
    }),
  );
}

/** What `$TARGETPLATFORM` is where nothing asks for another one, on the machines that build. */
const PLATFORM = 'linux/amd64';

/** One platform of an image of the first version, many of the second. (goreleaser.com, "Docker Images", "Docker Images (v2)") */
function platformsOf(manifest: Manifest, path: DocumentPath, key: string): string[] {
  if (key === 'dockers') {
    const [goos, goarch] = [manifest.text([...path, 'goos']), manifest.text([...path, 'goarch'])];
    return [`${goos ?? 'linux'}/${goarch ?? 'amd64'}`];
  }
  const platforms = manifest.texts([...path, 'platforms']);
  return platforms.length > 0 ? platforms : [PLATFORM, 'linux/arm64'];
}

/** Hooks that change nothing of what is built: the modules are there, and what is generated is committed. */
const HOOK = /^(?:go mod (?:tidy|download|verify)|go generate \S+|go vet \S+|go test \S+)$/;

function isPrepared(manifest: Manifest): boolean {
  return manifest.items(['before', 'hooks']).every((path) => HOOK.test(manifest.text(path)?.trim() ?? ''));
}

interface Program {
  readonly id: string;
  /** What tells its file from those of others: two builds may write one, each for other platforms. */
  readonly output: string;
  /** Its folder; null where that is no plain text. */
  readonly main: string | null;
  /** Whether it is built for the machines that build images. */
  readonly isForHere: boolean;
  /** Builds it into that folder; null where another language or a template decides how. */
  readonly command: ((folder: string) => Command) | null;
}

/** One program stands for the whole project, where no build is written. */
function programsIn(manifest: Manifest, directory: string): Program[] {
  const project = manifest.text(['project_name']);
  return manifest.items(['builds']).map((path) => {
    const binary = manifest.text([...path, 'binary']) ?? project;
    const id = manifest.text([...path, 'id']) ?? project ?? '';
    const isForHere = isBuiltForHere(manifest, path);
    return {
      id,
      output: binary ?? id,
      main: mainOf(manifest, path, directory),
      isForHere,
      command: binary === null ? null : commandAt(manifest, { path, binary, directory }),
    };
  });
}

function mainOf(manifest: Manifest, path: DocumentPath, directory: string): string | null {
  const [folder, main] = [manifest.text([...path, 'dir']) ?? '.', manifest.text([...path, 'main']) ?? '.'];
  if (![folder, main].every((word) => /^[\w./-]{1,200}$/.test(word))) return null;
  const place = joinPath(joinPath(directory, folder) ?? directory, main);
  return place?.endsWith('.go') ? directoryOf(place) : place;
}

/** `targets` go before systems and architectures; all the usual ones, where none is written. (goreleaser.com, "Builds: Go") */
function isBuiltForHere(manifest: Manifest, path: DocumentPath): boolean {
  const has = (key: string, here: RegExp) => {
    const all = manifest.texts([...path, key]);
    return all.length === 0 || all.some((word) => here.test(word) || word.includes('{{'));
  };
  if (manifest.texts([...path, 'targets']).length > 0) return has('targets', /^(?:linux_amd64|go_)/);
  return has('goos', /^linux$/) && has('goarch', /^amd64$/);
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
