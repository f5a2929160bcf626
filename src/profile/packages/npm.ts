import type { Package } from '../../domain/profile.ts';
import { readJson } from '../formats/json.ts';
import { directoryOf } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';

/** A name as npm takes it, with or without its scope. (npm, "package.json", "name") */
const NAME = /^(?:@[a-z0-9~-][a-z0-9._~-]{0,213}\/)?[a-z0-9~-][a-z0-9._~-]{0,213}$/;

/** npm's own registry, under its two names. */
const PUBLIC = /^https:\/\/registry\.npmjs\.(?:org|com)\/?$/;

/** Packages with a name and a version that are not private, and that no setting sends to another registry. */
export function npmPackages(snapshot: Snapshot, files: readonly string[]): Package[] {
  return files.flatMap((file): Package[] => {
    const manifest = readJson(snapshot, file).value;
    const name = manifest.text(['name']);
    const registry = manifest.text(['publishConfig', 'registry']);
    const isClosed = manifest.at(['private']) === true || (registry !== null && !PUBLIC.test(registry));
    if (name === null || !NAME.test(name) || manifest.text(['version']) === null || isClosed) return [];
    return [{ registry: 'npm', name, directory: directoryOf(file), file, because: [manifest.evidence(['name'])] }];
  });
}
