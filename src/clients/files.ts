import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { FileContent, FileMode } from '../domain/tree.ts';

/**
 * Reads regular files below one folder, and nothing else: not through a symbolic link, be it the file or a folder on the way, and not by a
 * path with `..` in it.
 */
export interface FileReader {
  /** Null where there is no regular file that can be read. */
  read(path: string, limit: number): FileContent | null;
  /** Null where there is nothing, or something that is neither file, link nor folder. */
  modeOf(path: string): FileMode | 'directory' | null;
}

/** `root` itself may be reached through links: it is what the caller named. */
export function fileReader(root: string): FileReader {
  const folders = new Map<string, boolean>([['', true]]);
  const isPlainFolder = (folder: string): boolean => {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const parent = folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '';
    const plain = isPlainFolder(parent) && statOf(join(root, folder))?.isDirectory() === true;
    folders.set(folder, plain);
    return plain;
  };
  const isReachable = (path: string) =>
    isBelow(path) && isPlainFolder(path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '');
  return {
    read: (path, limit) => (isReachable(path) ? readRegularFile(join(root, path), limit) : null),
    modeOf: (path) => (isReachable(path) ? fileMode(join(root, path)) : null),
  };
}

/** A path that a file of the repository names may lead anywhere; only what lies below the root is its own. */
function isBelow(path: string): boolean {
  return !path.split('/').some((step) => step === '' || step === '.' || step === '..') && !path.includes('\0');
}

function fileMode(path: string): FileMode | 'directory' | null {
  const stat = statOf(path);
  if (!stat) return null;
  if (stat.isSymbolicLink()) return 'symlink';
  if (stat.isDirectory()) return 'directory';
  if (!stat.isFile()) return null;
  return (stat.mode & 0o100) === 0 ? 'file' : 'executable';
}

function statOf(path: string) {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}

/** O_NOFOLLOW closes the gap between looking and opening; O_NONBLOCK keeps a pipe in a file's place from holding us. */
function readRegularFile(path: string, limit: number): FileContent | null {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch {
    return null;
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return null;
    if (stat.size > limit) return { kind: 'too-large', size: stat.size };
    return { kind: 'content', bytes: readAll(file, stat.size) };
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

function readAll(file: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  while (at < size) {
    const count = readSync(file, bytes, at, size - at, at);
    if (count === 0) break;
    at += count;
  }
  return bytes.subarray(0, at);
}
