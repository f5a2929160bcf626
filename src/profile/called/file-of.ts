import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';

/** The file that a task runner takes in a folder: the first of the names that it looks for. */
export function fileOf(snapshot: Snapshot, directory: string, names: readonly string[]): string | undefined {
  return names.flatMap((name) => joinPath(directory, name) ?? []).find((path) => snapshot.has(path));
}
