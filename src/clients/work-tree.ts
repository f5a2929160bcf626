import { ActionError } from '../domain/errors.ts';
import type { Git } from '../domain/git.ts';
import { byCodeUnit } from '../domain/text.ts';
import { type FileMode, MANIFEST_LIMIT, type Tree, type TreeEntry, type TreeListing } from '../domain/tree.ts';
import { blobIds } from './blob-ids.ts';
import { type FileReader, fileReader } from './files.ts';
import { modeOfIndex } from './index-mode.ts';
import { escapedName, nameOf, splitRecords } from './path-bytes.ts';
import { readFrom } from './tree-reading.ts';

/** The files of a work tree: tracked and unignored, as they are on disk, rooted at git's directory. Throws GIT_FAILED. */
export function workTree(git: Git): Tree {
  const reader = fileReader(git.directory);
  let listing: Promise<TreeListing> | undefined;
  return {
    list: () => {
      listing ??= list(git, reader);
      return listing;
    },
    read: async (paths, limit) => readFrom(reader, paths, limit),
    ids: (paths) => blobIds(readFrom(reader, paths, MANIFEST_LIMIT)),
  };
}

async function list(git: Git, reader: FileReader): Promise<TreeListing> {
  const { exitCode, stdout, stderr } = await git.run([
    'ls-files',
    '-z',
    '-t',
    '--stage',
    '--cached',
    '--others',
    '--deleted',
    '--exclude-standard',
  ]);
  if (exitCode !== 0) throw new ActionError('GIT_FAILED', `git could not list the files: ${stderr.split('\n')[0]}.`);
  const entries = new Map<string, FileMode>();
  const unreadable: string[] = [];
  for (const record of splitRecords(stdout)) addRecord(record, { entries, unreadable, reader });
  return {
    entries: [...entries].map(([path, mode]): TreeEntry => ({ path, mode })).sort((a, b) => byCodeUnit(a.path, b.path)),
    unreadable: unreadable.sort(byCodeUnit),
  };
}

interface Listing {
  readonly entries: Map<string, FileMode>;
  readonly unreadable: string[];
  readonly reader: FileReader;
}

/** A record is `H <mode> <id> <stage>\t<path>` (tracked), `R …` (tracked, but deleted) or `? <path>` (untracked). Deleted ones come a second time. */
function addRecord(record: string, { entries, unreadable, reader }: Listing): void {
  const tag = record[0];
  const raw = record.slice(tag === '?' ? 2 : record.indexOf('\t') + 1);
  const path = nameOf(raw);
  if (path === null) {
    unreadable.push(escapedName(raw));
    return;
  }
  if (tag === 'R') {
    entries.delete(path);
    return;
  }
  const mode = tag === '?' ? reader.modeOf(path) : modeOfIndex(record.slice(2, 8));
  if (mode !== null && mode !== 'directory') entries.set(path, mode);
}
