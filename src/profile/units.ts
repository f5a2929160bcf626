import { groupedBy } from '../domain/grouped.ts';
import type { UnitDraft } from './ecosystem.ts';
import { ancestors, directoryOf, nearestFolder, pathsBelow } from './paths.ts';

export type Dependency = UnitDraft['dependencies'][number];

/** The units of a repository by where they lie: each answer takes what it gives, however many units there are. */
export interface Units {
  readonly folders: ReadonlySet<string>;
  at(directory: string): readonly UnitDraft[];
  /** Those at `directory` and below it. */
  within(directory: string): readonly UnitDraft[];
  /** The nearest folder of a unit around a path, and none of `but`; null where there is none. */
  around(path: string, but?: string): string | null;
  /** What a program depends on: declared in its folder, or by the units around it, the root's aside, where the folder itself declares nothing. */
  dependenciesNear(directory: string): readonly Dependency[];
}

/** Indexes units once. */
export function unitsOf(drafts: readonly UnitDraft[]): Units {
  const units = byFolder(drafts, ({ directory }) => directory);
  const declared = byFolder(
    drafts.flatMap(({ dependencies }) => dependencies),
    ({ file }) => directoryOf(file),
  );
  return {
    folders: units.folders,
    at: units.at,
    within: units.within,
    around: (path, but) => nearestFolder({ has: (folder) => folder !== but && units.folders.has(folder) }, path),
    dependenciesNear: (directory) => {
      const own = declared.within(directory);
      if (own.length > 0) return own;
      const above = ancestors(directory).filter((folder) => folder !== '.');
      return above.reverse().flatMap(declared.at);
    },
  };
}

function byFolder<T>(items: readonly T[], folderOf: (item: T) => string) {
  const groups = groupedBy(items, folderOf);
  const sorted = [...groups.keys()].sort();
  const at = (directory: string): readonly T[] => groups.get(directory) ?? [];
  const inside = (directory: string) => pathsBelow(sorted, directory).flatMap(at);
  return {
    folders: new Set(sorted),
    at,
    within: (directory: string): readonly T[] =>
      directory === '.' ? inside(directory) : [...at(directory), ...inside(directory)],
  };
}
