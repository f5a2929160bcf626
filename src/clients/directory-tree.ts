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

/** The files of a folder without git: everything but `.git` and installed dependencies. Links are listed and never followed. Throws NOT_A_REPOSITORY when it is too large to be one. */
export function directoryTree(directory: string): Tree {
  const reader = fileReader(directory);
  return {
    list: async () => walk(directory),
    read: async (paths, limit) => readFrom(reader, paths, limit),
  };
}

function walk(root: string): TreeListing {
  const reader = fileReader(root);
  const entries: TreeEntry[] = [];
  const unreadable: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const bytes of namesIn(join(root, folder))) {
      const raw = rawName(bytes);
      const name = nameOf(raw);
      if (name === null) unreadable.push(`${folder}${escapedName(raw)}`);
      else visit(`${folder}${name}`, name);
    }
  }
  return { entries: entries.sort((a, b) => byCodeUnit(a.path, b.path)), unreadable: unreadable.sort(byCodeUnit) };

  function visit(path: string, name: string): void {
    const mode = reader.modeOf(path);
    if (mode === 'directory') {
      if (!LEFT_OUT.has(name)) folders.push(`${path}/`);
    } else if (mode !== null) {
      entries.push({ path, mode });
    }
    if (entries.length + folders.length > MAX_ENTRIES) {
      throw new ActionError(
        'NOT_A_REPOSITORY',
        `${root} is no git repository and holds more than ${MAX_ENTRIES} files.`,
      );
    }
  }
}

function namesIn(folder: string): Buffer[] {
  try {
    return readdirSync(folder, { encoding: 'buffer' });
  } catch {
    return [];
  }
}
