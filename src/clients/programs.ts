import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** The folders of a PATH that name one place, whatever the folder of work is: a relative one would be whoever's that is. */
export function foldersOf(path: string): string[] {
  return path.split(delimiter).filter((folder) => isAbsolute(folder));
}

/** The first program of that name in some folders; null where there is none. */
export function programIn(folders: readonly string[], name: string): string | null {
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null;
}

/** Whether a file is there that may be run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
