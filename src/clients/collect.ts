import { existsSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { ActionError } from '../domain/errors.ts';
import { STDIN_NAME, type Subject } from '../domain/judge.ts';
import { CONFIGURATION_PATH } from '../domain/repository.ts';
import { type DirectoryListing, listDirectory } from './directory-tree.ts';
import { cannotRead, readLocalFile, readToEnd } from './local-files.ts';

/** What is to be judged, and what was found beside it and is not. */
export interface Collected {
  readonly subjects: readonly Subject[];
  /** One sentence each. */
  readonly leftOut: readonly string[];
}

const WORKFLOWS = '.github/workflows';

/** What is validated where nothing is named: the workflows and the configuration, as far as they are there. */
export function usualPaths(): string[] {
  const found = [WORKFLOWS, CONFIGURATION_PATH].filter((path) => existsSync(path));
  return found.length > 0 ? found : [WORKFLOWS];
}

/**
 * What a person named to be validated: files as they are, YAML files below folders, `-` for standard input. Names stay as they were given.
 * A link that was named is followed; one that was found below a folder is not. Throws FILE_NOT_FOUND, FILE_UNREADABLE.
 */
export function collectFiles(paths: readonly string[]): Collected {
  const found = paths.map((path) => (path === '-' ? { files: [STDIN_NAME], leftOut: [] } : filesAt(path)));
  const files = new Set(found.flatMap((it) => it.files));
  const subjects = [...files].map((file): Subject => ({ kind: 'file', file, bytes: readNamed(file) }));
  return { subjects, leftOut: found.flatMap((it) => it.leftOut) };
}

function readNamed(file: string): Uint8Array {
  return file === STDIN_NAME ? readStdin() : readLocalFile(file);
}

/** Whatever should have written into the pipe has failed: nothing would be judged, and that must not look like a pass. */
function readStdin(): Uint8Array {
  const bytes = readToEnd(0, 'standard input');
  if (bytes.length > 0) return bytes;
  throw new ActionError('FILE_UNREADABLE', 'standard input is empty, so there is nothing to judge.');
}

interface FilesAt {
  readonly files: readonly string[];
  readonly leftOut: readonly string[];
}

function filesAt(path: string): FilesAt {
  if (!isDirectory(path)) return { files: [slashed(path)], leftOut: [] };
  const listing = listDirectory(path);
  if (!listing) throw new ActionError('FILE_UNREADABLE', `'${path}' holds too many files; name the folder to judge.`);
  const { files, leftOut } = yamlIn(listing, path);
  if (files.length > 0) return { files, leftOut };
  throw new ActionError('FILE_NOT_FOUND', [`'${path}' holds no .yml or .yaml file to judge.`, ...leftOut].join(' '));
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (cause) {
    throw cannotRead(path, cause);
  }
}

/** Names begin with that of the folder, as it was given. */
function yamlIn({ entries, unreadable, closed }: DirectoryListing, folder: string): FilesAt {
  const named = (name: string) => slashed(join(folder, name));
  const isYaml = (name: string) => /\.ya?ml$/.test(name);
  const links = entries.filter(({ path, mode }) => isYaml(path) && mode === 'symlink');
  const saying = (names: readonly string[], why: string) => names.map((it) => `${named(it)} was left out: ${why}.`);
  return {
    files: entries.filter(({ path, mode }) => isYaml(path) && mode !== 'symlink').map(({ path }) => named(path)),
    leftOut: [
      ...saying(
        links.map(({ path }) => path),
        'it is a symbolic link, which is not followed',
      ),
      ...saying(unreadable.filter(isYaml), 'its name is not UTF-8'),
      ...saying(closed, 'it can be neither opened nor read'),
    ],
  };
}

/** A backslash is a letter of a name where it parts no folders. */
function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
