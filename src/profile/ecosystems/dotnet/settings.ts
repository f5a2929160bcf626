import { ancestors, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

const SETTINGS = /^(?:Directory\.(?:Build|Packages)\.(?:props|targets)|global\.json|nuget\.config)$/i;

/** Files in these folders, and above them, that MSBuild and NuGet find by themselves. */
export function settingsAbove(snapshot: Snapshot, directories: readonly string[]): string[] {
  const folders = new Set(directories.flatMap(ancestors));
  return [...folders].flatMap((folder) =>
    snapshot
      .namesIn(folder)
      .filter((name) => SETTINGS.test(name))
      .flatMap((name) => joinPath(folder, name) ?? []),
  );
}
