import type { ProjectProfile } from '../../../domain/profile.ts';

/** Whether a path is a folder or lies below it; the root has everything below it. */
export function isWithin(folder: string, path: string): boolean {
  return folder === '.' || path === folder || path.startsWith(`${folder}/`);
}

/** Whether a path or glob speaks of a place where a unit or service of the repository lies. */
export function isKnownPath(path: string, { units, services }: ProjectProfile): boolean {
  const folder = path.replace(/^\.\//, '').replace(/\/?\*.*$|\/$/, '');
  return [...units, ...services].some(
    ({ directory }) => directory === '.' || isWithin(directory, folder) || isWithin(folder, directory),
  );
}
