import { lstatSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';

/**
 * The first symbolic link on the way from a folder to a path below it, that of the path itself among them, named from the folder; null where
 * there is none. A link may lead anywhere, and in a checkout anybody may have put it there. Throws what the file system does.
 */
export function linkOnTheWay(folder: string, path: string): string | null {
  const steps = normalize(path).split(sep);
  const names = steps.map((_, index) => steps.slice(0, index + 1).join(sep));
  const isLink = (name: string) => lstatSync(join(folder, name), { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return names.find(isLink) ?? null;
}
