import type { Evidence } from '../../../domain/evidence.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

/** A folder that Composer installs. */
export interface PhpPackage {
  readonly snapshot: Snapshot;
  readonly directory: string;
  readonly manifest: Manifest;
  readonly lockfile: string | null;
}

const TABLES = ['require', 'require-dev'];

/** A package of a composer.json. */
export function packageOf(snapshot: Snapshot, manifest: Manifest): PhpPackage {
  const directory = directoryOf(manifest.file);
  const lock = joinPath(directory, 'composer.lock') ?? '';
  return { snapshot, directory, manifest, lockfile: snapshot.has(lock) ? lock : null };
}

/** All that it asks for, extensions of PHP among them. */
export function requiredBy({ manifest }: PhpPackage): UnitDraft['dependencies'] {
  return TABLES.flatMap((table) =>
    manifest
      .keys([table])
      .map((name) => ({ name: name.toLowerCase(), file: manifest.file, line: manifest.lineOf([table, name]) })),
  );
}

/** The line that asks for one of these packages; null where none does. */
export function requirement({ manifest }: PhpPackage, names: readonly string[]): Evidence | null {
  const paths = TABLES.flatMap((table) => names.map((name) => [table, name]));
  const path = paths.find((one) => manifest.at(one) !== undefined);
  return path ? manifest.evidence(path) : null;
}

/** The line of a script that Composer runs by name; null where there is none. */
export function scriptLine({ manifest }: PhpPackage, name: string): Evidence | null {
  return manifest.at(['scripts', name]) === undefined ? null : manifest.evidence(['scripts', name]);
}

/** The first of these files beside composer.json; null where none is there. */
export function fileBeside({ snapshot, directory }: PhpPackage, names: readonly string[]): Evidence | null {
  const path = names.flatMap((name) => joinPath(directory, name) ?? []).find((one) => snapshot.has(one));
  return path === undefined ? null : snapshot.evidence(path, 1);
}

/** Folders of packages that lie in the repository; a pattern of several is passed over. */
export function pathRepositories({ directory, manifest }: PhpPackage): string[] {
  return manifest.entries(['repositories']).flatMap((place) => {
    const url = manifest.text([...place, 'url']);
    const isPath = manifest.text([...place, 'type']) === 'path' && url !== null && !/[*?]/.test(url);
    return isPath ? (joinPath(directory, url) ?? []) : [];
  });
}
