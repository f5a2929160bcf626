import { readFileSync } from 'node:fs';
import { ActionError } from '../domain/errors.ts';

/** The bytes of a file that the program itself ships with, or that a person named. Throws FILE_NOT_FOUND, FILE_UNREADABLE. */
export function readLocalFile(path: string | URL): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new ActionError('FILE_NOT_FOUND', `${path} does not exist.`, { cause });
    throw new ActionError('FILE_UNREADABLE', `${path} cannot be read (${String(code)}).`, { cause });
  }
}
