import { ancestors, joinPath } from './paths.ts';
import type { Snapshot } from './snapshot.ts';

/** The nearest of `names` in the folder or above it; null where there is none. */
export function nearest(snapshot: Snapshot, directory: string, names: readonly string[]): string | null {
  for (const folder of ancestors(directory)) {
    for (const name of names) {
      const path = joinPath(folder, name) ?? name;
      if (snapshot.has(path)) return path;
    }
  }
  return null;
}
