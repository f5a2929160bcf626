import { firstOfEach } from '../../../../domain/grouped.ts';
import { readModule } from '../../../ecosystems/go/module.ts';
import { readYamlManifest } from '../../../formats/yaml.ts';
import { linesOf } from '../../../lines.ts';
import { baseName, directoryOf, isWithin, joinPath, nearestFolder, relativeTo } from '../../../paths.ts';
import type { Snapshot } from '../../../snapshot.ts';
import { type Place, wordAt } from '../../../word.ts';
import { skaffoldArtifacts } from '../../skaffold.ts';
import type { MakerInput } from '../maker.ts';
import { koCalls } from './calls.ts';

/** A Go program that ko makes an image of. */
export interface KoPackage {
  readonly directory: string;
  /** The folder of its go.mod. */
  readonly module: string;
  readonly importPath: string;
  readonly at: Place;
}

/** The names of modules by their folders. */
type Modules = ReadonlyMap<string, string>;

/** A folder that somebody names, or an import path. */
interface Named {
  readonly text: string;
  readonly bases: readonly string[];
  readonly at: Place;
}

/** The programs that are named in manifests, calls, skaffold files and ko's own settings, each once. */
export async function koPackages({ snapshot, more }: MakerInput): Promise<KoPackage[]> {
  const modules = modulesOf(snapshot);
  const calls = koCalls(snapshot);
  const written = calls.flatMap(({ packages, bases, at }) => packages.map((text): Named => ({ text, bases, at })));
  const folders = calls.flatMap(({ manifests, bases }) =>
    manifests.flatMap((path) => folderAt(snapshot, path, bases) ?? []),
  );
  const inManifests = await namedInManifests(snapshot, folders, more);
  const named = [...inManifests, ...written, ...bySkaffold(snapshot), ...bySettings(snapshot)];
  const found = named.flatMap((name) => packageOf(snapshot, modules, name) ?? []);
  return firstOfEach(found, ({ directory }) => directory);
}

function modulesOf(snapshot: Snapshot): Modules {
  const read = snapshot.paths.filter((path) => baseName(path) === 'go.mod').map((file) => readModule(snapshot, file));
  return new Map(read.flatMap(({ directory, name }) => (name ? [[directory, name.value] as const] : [])));
}

function folderAt(snapshot: Snapshot, path: string, bases: readonly string[]): string | null {
  return bases.map((base) => joinPath(base, path)).find((it) => it !== null && snapshot.exists(it)) ?? null;
}

/** More manifests than these are somebody's catalogue. */
const MOST_MANIFESTS = 200;

/** `image: ko://github.com/acme/shop/cmd/api` */
async function namedInManifests(
  snapshot: Snapshot,
  folders: readonly string[],
  more: MakerInput['more'],
): Promise<Named[]> {
  const files = snapshot.paths.filter(
    (path) => /\.ya?ml$/.test(path) && folders.some((folder) => isWithin(folder, path)),
  );
  const wider = await more(files.slice(0, MOST_MANIFESTS));
  return files.flatMap((file) =>
    linesOf(wider.text(file) ?? '').flatMap(({ text, number }) =>
      [...text.matchAll(/\bko:\/\/([\w./~-]{1,300})/g)].map(([, path = '']) => ({
        text: path,
        bases: [],
        at: { file, line: number },
      })),
    ),
  );
}

function bySkaffold(snapshot: Snapshot): Named[] {
  return skaffoldArtifacts(snapshot).flatMap(({ builder, at }) =>
    builder.kind === 'ko' ? [{ text: `./${builder.main}`, bases: ['.'], at }] : [],
  );
}

/** `builds` of `.ko.yaml` name programs where they say which. (ko.build, "Configuration") */
function bySettings(snapshot: Snapshot): Named[] {
  const files = snapshot.paths.filter((path) => /^\.ko\.ya?ml$/.test(baseName(path)));
  return files.flatMap((file) => {
    const manifest = readYamlManifest(snapshot, file).value;
    const builds = manifest.at(['builds']);
    return (Array.isArray(builds) ? builds : []).flatMap((_, index): Named[] => {
      const text = (name: string) => manifest.text(['builds', index, name]);
      const [folder, main] = [text('dir'), text('main')];
      if (folder === null && main === null) return [];
      const at = { file, line: manifest.lineOf(['builds', index, main === null ? 'dir' : 'main']) };
      return [{ text: `./${folder ?? '.'}/${main ?? '.'}`, bases: [directoryOf(file)], at }];
    });
  });
}

function packageOf(snapshot: Snapshot, modules: Modules, { text, bases, at }: Named): KoPackage | null {
  const directory = /^\.{1,2}(?:\/|$)/.test(text) ? folderOf(snapshot, text, bases) : byImport(modules, text);
  if (directory === null || !isMain(snapshot, directory)) return null;
  const module = nearestFolder(modules, directory);
  if (module === null) return null;
  const name = modules.get(module) ?? '';
  return {
    directory,
    module,
    importPath: directory === module ? name : `${name}/${relativeTo(module, directory)}`,
    at,
  };
}

function folderOf(snapshot: Snapshot, text: string, bases: readonly string[]): string | null {
  const path = text.endsWith('.go') ? directoryOf(text) : text;
  return bases.map((base) => joinPath(base, path)).find((it) => it !== null && isMain(snapshot, it)) ?? null;
}

function byImport(modules: Modules, text: string): string | null {
  const [found] = [...modules].filter(([, name]) => text === name || text.startsWith(`${name}/`));
  return found ? joinPath(found[0], text.slice(found[1].length + 1)) : null;
}

function isMain(snapshot: Snapshot, directory: string): boolean {
  return snapshot.namesIn(directory).some((name) => name.endsWith('.go') && !name.endsWith('_test.go'));
}

/** The image that a program starts from, as ko's settings have it. */
export function koBase(snapshot: Snapshot, { module, importPath, at }: KoPackage) {
  const file = ['.ko.yaml', '.ko.yml'].map((name) => joinPath(module, name) ?? name).find((path) => snapshot.has(path));
  const manifest = file === undefined ? null : readYamlManifest(snapshot, file).value;
  const path = [['baseImageOverrides', importPath], ['defaultBaseImage']].find((it) => manifest?.text(it) !== null);
  const text = path && manifest?.text(path);
  if (file !== undefined && manifest && path && text) return wordAt(text, file, manifest.lineOf(path));
  // Since ko 0.12. (ko.build, "Base images")
  return wordAt('cgr.dev/chainguard/static', at.file, at.line);
}
