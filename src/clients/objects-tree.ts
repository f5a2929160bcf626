import { ActionError } from '../domain/errors.ts';
import type { Git } from '../domain/git.ts';
import { byCodeUnit } from '../domain/text.ts';
import { type FileContent, isRegular, type Tree, type TreeEntry } from '../domain/tree.ts';
import { modeOfIndex } from './index-mode.ts';
import { escapedName, nameOf, splitRecords } from './path-bytes.ts';

/** A blob by its id, and the entry that names it. */
export interface Blob {
  readonly entry: TreeEntry;
  readonly id: string;
}

interface Listing {
  readonly blobs: readonly Blob[];
  readonly unreadable: readonly string[];
}

/** The files of a commit as git objects, without a checkout; below `prefix` (`''`, or a folder with `/` at its end). Throws GIT_FAILED, also for content that is not here: a partial clone has what was checked out, and we never fetch. */
export function objectsTree(git: Git, commit: string, prefix: string): Tree {
  const listings = new Map<string, Promise<Listing>>();
  // For a file or two git need not list them all.
  const listed = (only: readonly string[] = []) => {
    const wanted = only.length <= FEW && !listings.has('') ? only : [];
    const key = wanted.join('\0');
    const listing = listings.get(key) ?? list(git, commit, prefix, wanted);
    listings.set(key, listing);
    return listing;
  };
  const regular = async (paths: readonly string[]) => {
    const wanted = new Set(paths);
    const { blobs } = await listed(paths);
    return blobs.filter(({ entry }) => wanted.has(entry.path) && isRegular(entry.mode));
  };
  return {
    list: async (only) => {
      const { blobs, unreadable } = await listed(only);
      return { entries: blobs.map(({ entry }) => entry), unreadable };
    },
    read: async (paths, limit) => readBlobs(git, await regular(paths), limit),
    ids: async (paths) => new Map((await regular(paths)).map(({ entry, id }) => [entry.path, id])),
  };
}

const FEW = 10;

/** Everything, or `paths` alone, which are taken as they are written. */
async function list(git: Git, commit: string, prefix: string, paths: readonly string[]): Promise<Listing> {
  const tree = prefix === '' ? commit : `${commit}:${prefix.replace(/\/$/, '')}`;
  const { exitCode, stdout, stderr } = await git.run(['ls-tree', '-r', '-z', '--full-tree', tree, '--', ...paths]);
  // A folder that the commit does not have is an empty tree: the pull request may be the one that adds it.
  if (exitCode !== 0 && prefix !== '') return { blobs: [], unreadable: [] };
  if (exitCode !== 0)
    throw new ActionError('GIT_FAILED', `git could not list commit ${commit.slice(0, 12)}: ${stderr.split('\n')[0]}.`);
  const blobs: Blob[] = [];
  const unreadable: string[] = [];
  for (const record of splitRecords(stdout)) {
    const tab = record.indexOf('\t');
    const [mode = '', , id = ''] = record.slice(0, tab).split(' ');
    const raw = record.slice(tab + 1);
    const name = nameOf(raw);
    if (name === null) unreadable.push(escapedName(raw));
    else blobs.push({ entry: { path: name, mode: modeOfIndex(mode) }, id });
  }
  return {
    blobs: blobs.sort((a, b) => byCodeUnit(a.entry.path, b.entry.path)),
    unreadable: unreadable.sort(byCodeUnit),
  };
}

/** So many bytes are asked of git at once: what it answers is held in memory. */
const BATCH_BYTES = 32 * 1024 * 1024;

/** Sizes in the order of the blobs. */
async function sizesOf(git: Git, blobs: readonly Blob[]): Promise<readonly number[]> {
  if (blobs.length === 0) return [];
  const { stdout } = await git.run(['cat-file', '--batch-check=%(objectsize)'], idsOf(blobs));
  const lines = Buffer.from(stdout).toString('latin1').split('\n');
  return blobs.map(({ entry }, index) => {
    const size = lines[index] ?? '';
    if (/^\d+$/.test(size)) return Number(size);
    const help = 'it is a partial clone; `git fetch --refetch --no-filter` makes it whole';
    throw new ActionError('GIT_FAILED', `git does not have the content of '${entry.path}' here: ${help}.`);
  });
}

function idsOf(blobs: readonly Blob[]): Uint8Array {
  return Buffer.from(`${blobs.map(({ id }) => id).join('\n')}\n`);
}

async function readBlobs(git: Git, blobs: readonly Blob[], limit: number): Promise<ReadonlyMap<string, FileContent>> {
  const sizes = await sizesOf(git, blobs);
  const contents = new Map<string, FileContent>();
  let batch: Blob[] = [];
  let bytes = 0;
  const flush = async () => {
    for (const [path, content] of await readBatch(git, batch)) contents.set(path, content);
    batch = [];
    bytes = 0;
  };
  for (const [index, blob] of blobs.entries()) {
    const size = sizes[index] ?? 0;
    if (size > limit) contents.set(blob.entry.path, { kind: 'too-large', size });
    else {
      batch.push(blob);
      bytes += size;
      if (bytes >= BATCH_BYTES) await flush();
    }
  }
  await flush();
  return contents;
}

/** The contents of blobs, by the paths of their entries, in their order; what is not here is left out. */
export async function readBatch(git: Git, blobs: readonly Blob[]): Promise<[string, FileContent][]> {
  if (blobs.length === 0) return [];
  const { stdout } = await git.run(['cat-file', '--batch'], idsOf(blobs));
  const contents: [string, FileContent][] = [];
  let at = 0;
  for (const { entry } of blobs) {
    const end = stdout.indexOf(10, at);
    const [, type, length] = Buffer.from(stdout.subarray(at, end)).toString('latin1').split(' ');
    at = end + 1;
    if (type !== 'blob') continue;
    contents.push([entry.path, { kind: 'content', bytes: stdout.subarray(at, at + Number(length)) }]);
    at += Number(length) + 1;
  }
  return contents;
}
