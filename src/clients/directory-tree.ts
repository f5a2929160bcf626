import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ActionError } from '../domain/errors.ts';
import { byCodeUnit } from '../domain/text.ts';
import type { Tree, TreeEntry, TreeListing } from '../domain/tree.ts';
import { fileReader } from './files.ts';
import { escapedName, nameOf, rawName } from './path-bytes.ts';
import { readFrom } from './tree-reading.ts';

/** A folder that is no repository may be anything, a home directory too: past this many entries we say so instead of walking on. */
const MAX_ENTRIES = 200_000;

/** Folders that no repository tracks and that can be huge. */
const LEFT_OUT = new Set(['.git', 'node_modules', '.venv']);

export interface DirectoryListing extends TreeListing {
  /** Folders that could not be opened, so that nothing is known of what they hold; and what is neither file, link nor folder. */
  readonly closed: readonly string[];
}

/** The files of a folder without git: everything but `.git` and installed dependencies. Links are listed and never followed. Throws NOT_A_REPOSITORY when it is too large to be one. */
export function directoryTree(directory: string): Tree {
  const reader = fileReader(directory);
  return {
    list: async () => {
      const listing = listDirectory(directory);
      if (listing) return listing;
      const why = `is no git repository and holds more than ${MAX_ENTRIES} files`;
      throw new ActionError('NOT_A_REPOSITORY', `${directory} ${why}.`);
    },
    read: async (paths, limit) => readFrom(reader, paths, limit),
  };
}

/** Everything below a folder, but for what no repository tracks; null where it is too much. Links are listed and never followed. */
export function listDirectory(root: string): DirectoryListing | null {
  const reader = fileReader(root);
  const entries: TreeEntry[] = [];
  const unreadable: string[] = [];
  const closed: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const names = namesIn(join(root, folder));
    if (names === null) closed.push(folder.replace(/\/$/, ''));
    for (const bytes of names ?? []) visit(folder, bytes);
    if (entries.length + folders.length > MAX_ENTRIES) return null;
  }
  return {
    entries: entries.sort((a, b) => byCodeUnit(a.path, b.path)),
    unreadable: unreadable.sort(byCodeUnit),
    closed: closed.sort(byCodeUnit),
  };

  function visit(folder: string, bytes: Uint8Array): void {
    const raw = rawName(bytes);
    const name = nameOf(raw);
    if (name === null) {
      unreadable.push(`${folder}${escapedName(raw)}`);
      return;
    }
    const path = `${folder}${name}`;
    const mode = reader.modeOf(path);
    if (mode === null) closed.push(path);
    else if (mode !== 'directory') entries.push({ path, mode });
    else if (!LEFT_OUT.has(name)) folders.push(`${path}/`);
  }
}

function namesIn(folder: string): Buffer[] | null {
  try {
    return readdirSync(folder, { encoding: 'buffer' });
  } catch {
    return null;
  }
}
