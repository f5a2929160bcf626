import type { UnitDraft } from '../ecosystem.ts';
import { directoryOf, isWithin } from '../paths.ts';

export type Dependency = UnitDraft['dependencies'][number];

/** What a program depends on: declared in its folder, or by the unit around it where the folder itself declares nothing. */
export function dependenciesNear(units: readonly UnitDraft[], directory: string): readonly Dependency[] {
  const all = units.flatMap(({ dependencies }) => dependencies);
  const own = all.filter(({ file }) => isWithin(directory, file));
  if (own.length > 0) return own;
  return all.filter(({ file }) => isWithin(directoryOf(file), directory) && directoryOf(file) !== '.');
}
