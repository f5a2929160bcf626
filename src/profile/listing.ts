import type { FileMode, TreeEntry } from '../domain/tree.ts';
import { baseName, directoryOf } from './paths.ts';
import type { Snapshot } from './snapshot.ts';

/** What is known of a tree by its names alone. */
export type Listing = Pick<Snapshot, 'everything' | 'has' | 'exists' | 'modeOf' | 'namesIn' | 'entriesIn'>;

/** An index of all entries by path and by folder; `entries` are sorted. */
export function entriesIndex(entries: readonly TreeEntry[]): Listing {
  const modes = new Map(entries.map(({ path, mode }): [string, FileMode] => [path, mode]));
  const folders = foldersOf(entries);
  const isRegular = (path: string) => modes.get(path) === 'file' || modes.get(path) === 'executable';
  const entriesIn = onceByPath((directory) => [...(folders.get(directory) ?? [])].sort());
  return {
    everything: entries.map(({ path }) => path),
    has: isRegular,
    exists: (path) => modes.has(path) || folders.has(path),
    modeOf: (path) => modes.get(path) ?? null,
    entriesIn,
    namesIn: onceByPath((directory) =>
      entriesIn(directory).filter((name) => isRegular(directory === '.' ? name : `${directory}/${name}`)),
    ),
  };
}

function onceByPath<T>(make: (path: string) => T): (path: string) => T {
  const known = new Map<string, T>();
  return (path) => {
    const value = known.get(path) ?? make(path);
    known.set(path, value);
    return value;
  };
}

/** The names directly in each folder; a folder that is already known has known parents. */
function foldersOf(entries: readonly TreeEntry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>([['.', new Set()]]);
  for (const { path } of entries) {
    for (let at = path; at !== '.'; at = directoryOf(at)) {
      const parent = directoryOf(at);
      const names = folders.get(parent);
      if (names) {
        names.add(baseName(at));
        break;
      }
      folders.set(parent, new Set([baseName(at)]));
    }
  }
  return folders;
}
