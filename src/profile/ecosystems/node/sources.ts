import { nearest } from '../../nearest.ts';
import { directoryOf } from '../../paths.ts';
import type { Place } from './place.ts';

/** The first file of a package that fits, in no package below it; null where there is none. */
export function ownSource({ project: { snapshot }, manifest }: Place, fits: (path: string) => boolean): string | null {
  const directory = directoryOf(manifest.file);
  const found = snapshot
    .within(directory)
    .find((path) => fits(path) && nearest(snapshot, directoryOf(path), ['package.json']) === manifest.file);
  return found ?? null;
}
