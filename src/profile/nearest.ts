import { ancestors, joinPath } from './paths.ts';
import type { Snapshot } from './snapshot.ts';

/** The nearest of `names` in the folder or above it; null where there is none. */
export function nearest(snapshot: Snapshot, directory: string, names: readonly string[]): string | null {
  const candidates = ancestors(directory).flatMap((folder) => names.map((name) => joinPath(folder, name) ?? name));
  return candidates.find((path) => snapshot.has(path)) ?? null;
}
