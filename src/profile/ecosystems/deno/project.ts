import type { Evidence } from '../../../domain/evidence.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { folderMatcher } from '../../folder-globs.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { directoryOf, isWithin, joinPath, relativeTo } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

/** A deno.json, with the members of its workspace. */
export interface DenoProject {
  readonly directory: string;
  readonly manifest: Manifest;
  readonly members: readonly Manifest[];
  readonly lockfile: string | null;
}

/** The projects: a workspace is one, at its root. */
export function findProjects(snapshot: Snapshot, manifests: readonly Manifest[]): DenoProject[] {
  const found = manifests.map((manifest) => ({ manifest, members: membersOf(manifest, manifests) }));
  const held = new Set(found.flatMap(({ members }) => members));
  return found
    .filter(({ manifest }) => !held.has(manifest))
    .map((one) => ({ ...one, directory: directoryOf(one.manifest.file), lockfile: lockOf(snapshot, one.manifest) }));
}

/** `workspace` is a list of folders, or an object that has one. */
function membersOf(manifest: Manifest, manifests: readonly Manifest[]): Manifest[] {
  const globs = [...manifest.texts(['workspace']), ...manifest.texts(['workspace', 'members'])];
  if (globs.length === 0) return [];
  const directory = directoryOf(manifest.file);
  const matches = folderMatcher(globs);
  return manifests.filter((other) => {
    const folder = directoryOf(other.file);
    return other !== manifest && isWithin(directory, folder) && matches(relativeTo(directory, folder));
  });
}

/** `lock` turns it off, or names another file. */
function lockOf(snapshot: Snapshot, manifest: Manifest): string | null {
  const said = manifest.at(['lock']);
  const name = manifest.text(['lock']) ?? manifest.text(['lock', 'path']) ?? 'deno.lock';
  const path = joinPath(directoryOf(manifest.file), name);
  return said !== false && path !== null && snapshot.has(path) ? path : null;
}

/** What a task runs, where Deno runs it by name; null where there is none. */
export function taskOf(
  { manifest }: DenoProject,
  name: string,
): { readonly text: string; readonly because: Evidence } | null {
  const path = ['tasks', name];
  const text = manifest.text(path) ?? manifest.text([...path, 'command']);
  return text === null ? null : { text, because: manifest.evidence(path) };
}

/** `npm:pg@8`, `jsr:@db/redis@1`, `https://deno.land/x/mysql@v2/mod.ts`. */
const IMPORT = /^(?:(?:npm|jsr):\/?((?:@[\w.-]{1,80}\/)?[\w.-]{1,80})|https:\/\/deno\.land\/x\/([\w.-]{1,80}))/;

/** Names of the packages that the import maps name. */
export function importsOf({ manifest, members }: DenoProject): UnitDraft['dependencies'] {
  return [manifest, ...members].flatMap((one) =>
    one.keys(['imports']).flatMap((key) => {
      const match = IMPORT.exec(one.text(['imports', key]) ?? '');
      const name = match?.[1] ?? match?.[2];
      return name === undefined
        ? []
        : [{ name: name.toLowerCase(), file: one.file, line: one.lineOf(['imports', key]) }];
    }),
  );
}
