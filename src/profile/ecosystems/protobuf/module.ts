import { groupedBy } from '../../../domain/grouped.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { readYamlManifest } from '../../formats/yaml.ts';
import { ancestors, baseName, directoryOf, joinPath } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { systemStep } from '../../system-tests.ts';

export const BUF_FILES = '**/buf{,.work}.{yaml,yml}';

/** A workspace of Buf, or a module that is in none. */
export interface BufModule {
  readonly directory: string;
  /** What says that it is one: buf.work.yaml, else buf.yaml. */
  readonly manifest: Manifest;
  /** The files of settings of it and of its modules. */
  readonly settings: readonly Manifest[];
}

/** Workspaces of both formats and the modules outside of them; what lies in folders of tests is their material. (buf.build/docs, "Modules and workspaces") */
export function readBufModules(snapshot: Snapshot): Found<readonly BufModule[]> {
  const files = snapshot.paths.filter((path) => isBufFile(path) && systemStep(directoryOf(path)) === null);
  const read = files.map((file) => readYamlManifest(snapshot, file));
  const manifests = read.map(({ value }) => value).filter(({ value }) => value !== undefined);
  const members = new Map(manifests.flatMap((one) => membersOf(one).map((folder) => [folder, directoryOf(one.file)])));
  const groups = groupedBy(manifests, (manifest) => workspaceOf(manifest, members));
  const modules = [...groups].flatMap(([directory, settings]): BufModule[] => {
    const own = settings.filter(({ file }) => directoryOf(file) === directory);
    const manifest = own.find(isWorkspace) ?? own[0];
    return manifest ? [{ directory, manifest, settings }] : [];
  });
  return { value: modules, warnings: read.flatMap(({ warnings }) => warnings) };
}

/** The workspace whose modules a file of the first format is one of, else its own folder; one of the second format is a workspace itself. */
function workspaceOf(manifest: Manifest, members: ReadonlyMap<string, string>): string {
  const own = directoryOf(manifest.file);
  const around = ancestors(own).map((folder) => members.get(folder));
  return manifest.text(['version']) === 'v2' ? own : (around.find((folder) => folder !== undefined) ?? own);
}

/** A workflow may be called so too. */
function isBufFile(path: string): boolean {
  return /^buf(?:\.work)?\.ya?ml$/.test(baseName(path)) && !path.startsWith('.github/');
}

function isWorkspace({ file }: Manifest): boolean {
  return baseName(file).startsWith('buf.work.');
}

/** The folders of the modules of a workspace; a module of the first format is its own folder. */
function membersOf(manifest: Manifest): string[] {
  const paths = manifest.items(['modules']).map((module) => manifest.text([...module, 'path']) ?? '.');
  const written = isWorkspace(manifest) ? manifest.texts(['directories']) : paths;
  return written.flatMap((path) => joinPath(directoryOf(manifest.file), path) ?? []);
}
