import type { Package } from '../../domain/profile.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';
import { readToml } from '../formats/toml.ts';
import { ancestors, directoryOf } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/** Crates with a version that may go to crates.io. */
export function cratePackages(snapshot: Snapshot, files: readonly string[]): Package[] {
  const manifests = new Map(files.map((file) => [directoryOf(file), readToml(snapshot, file).value]));
  return [...manifests.values()].flatMap((manifest): Package[] => {
    const name = manifest.text(['package', 'name']);
    const isOpen = isForCratesIo(fieldOf(manifest, 'publish', manifests));
    if (name === null || !NAME.test(name) || !isOpen || typeof fieldOf(manifest, 'version', manifests) !== 'string')
      return [];
    const { file } = manifest;
    const because = [manifest.evidence(['package', 'name'])];
    return [{ registry: 'crates', name, directory: directoryOf(file), file, because }];
  });
}

/** `publish` is true, false, or the registries that are allowed. (doc.rust-lang.org/cargo, "The publish field") */
function isForCratesIo(publish: unknown): boolean {
  return Array.isArray(publish) ? publish.includes('crates-io') : publish !== false;
}

/** A value of the package, or of the workspace that it takes it from. */
function fieldOf(manifest: Manifest, key: string, manifests: ReadonlyMap<string, Manifest>): unknown {
  const own = manifest.at(['package', key]);
  if (!isMapping(own) || own.workspace !== true) return own;
  const root = ancestors(directoryOf(manifest.file))
    .flatMap((folder) => manifests.get(folder) ?? [])
    .find((it) => isMapping(it.at(['workspace'])));
  return root?.at(['workspace', 'package', key]);
}
