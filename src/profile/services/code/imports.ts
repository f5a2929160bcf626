import { readModule } from '../../ecosystems/go/module.ts';
import { importsOf } from '../../ecosystems/go/sources.ts';
import { nearest } from '../../nearest.ts';
import { baseName, directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

/** So many files of imported packages are looked into. */
const MOST = 12;

/** Packages whose name promises a server, of which only a part of all programs has one of its own. */
const PROMISING =
  /(^|[/_-])(admin|server|http|httpserver|health|healthz|healthcheck|metrics|debug|monitoring|router|routes?|api|web)$/;

/**
 * Files of the packages of the same Go module that these files import, where their names promise a server: what they serve, the program
 * serves.
 */
export function importedFiles(snapshot: Snapshot, files: readonly string[]): string[] {
  const own = files.filter((file) => file.endsWith('.go'));
  const folders = new Set(own.flatMap((file) => importedFolders(snapshot, file)));
  const found = [...folders].flatMap((folder) =>
    snapshot
      .namesIn(folder)
      .filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'))
      .flatMap((name) => joinPath(folder, name) ?? []),
  );
  return found.filter((path) => !files.includes(path)).slice(0, MOST);
}

function importedFolders(snapshot: Snapshot, file: string): string[] {
  const manifest = nearest(snapshot, directoryOf(file), ['go.mod']);
  const name = manifest === null ? undefined : readModule(snapshot, manifest).name?.value;
  if (manifest === null || name === undefined) return [];
  return importsOf(snapshot.text(file) ?? '').flatMap(({ path }) =>
    path.startsWith(`${name}/`) && PROMISING.test(baseName(path))
      ? (joinPath(directoryOf(manifest), path.slice(name.length + 1)) ?? [])
      : [],
  );
}
