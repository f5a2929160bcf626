import type { RepositoryName } from '../../domain/event.ts';
import { byCodeUnit } from '../../domain/text.ts';
import { type FileContent, isRegular, type Tree, type TreeEntry, type TreeListing } from '../../domain/tree.ts';
import { modeOfIndex } from '../index-mode.ts';
import { type Blob, type Blobs, blobsOf } from './blobs.ts';
import type { GitHubClient } from './client.ts';
import { type GitEntry, gitTrees } from './git-trees.ts';

/**
 * The files of a commit over the API, for where git does not have it. Asks for every tree and every file at most once. Throws the codes
 * that begin with `GITHUB_`. (docs/decisions/0007-files-over-the-api-come-in-batches.md)
 */
export function apiTree(client: GitHubClient, repository: RepositoryName, commit: string): Tree {
  const trees = gitTrees(client, repository, commit);
  const blobs = blobsOf(client, repository);
  let whole: Promise<readonly GitEntry[]> | undefined;
  const entriesFor = (only: readonly string[] = []): Promise<readonly GitEntry[]> => {
    const folders = foldersOf(only);
    if (whole === undefined && only.length > 0 && trees.costOf(folders) <= FEW) return trees.within(folders);
    whole ??= trees.everything();
    return whole;
  };
  return {
    list: async (only) => listingOf(await entriesFor(only)),
    read: async (paths, limit) => readFrom(blobs, await entriesFor(paths), paths, limit),
  };
}

/** For a file or two of a large repository, so many small lists are better than a large one. */
const FEW = 2;

/** The folders of the root below which `paths` stand. */
function foldersOf(paths: readonly string[]): string[] {
  return [...new Set(paths.filter((path) => path.includes('/')).map((path) => path.slice(0, path.indexOf('/'))))];
}

function listingOf(entries: readonly GitEntry[]): TreeListing {
  const named = entries.filter(({ path }) => isReadable(path));
  const others = entries.filter(({ path }) => !isReadable(path));
  return {
    entries: named
      .map(({ path, mode }): TreeEntry => ({ path, mode: modeOfIndex(mode) }))
      .sort((a, b) => byCodeUnit(a.path, b.path)),
    unreadable: others.map(({ path }) => path.replace(/[^ -~]/g, '?')).sort(byCodeUnit),
  };
}

/** JSON has no bytes: in a name that is not UTF-8 GitHub puts U+FFFD. What would lead out of the tree is no name either. */
function isReadable(path: string): boolean {
  return !path.includes('\ufffd') && path.split('/').every((step) => step !== '' && step !== '.' && step !== '..');
}

async function readFrom(
  blobs: Blobs,
  entries: readonly GitEntry[],
  paths: readonly string[],
  limit: number,
): Promise<ReadonlyMap<string, FileContent>> {
  const wanted = new Set(paths.filter(isReadable));
  const files = entries.filter(({ path, mode }) => wanted.has(path) && isRegular(modeOfIndex(mode)));
  const large = files.filter(({ size = 0 }) => size > limit);
  const small = files.filter(({ size = 0 }) => size <= limit);
  const contents = await blobs.read(small.map(({ id, size = 0 }): Blob => ({ id, size })));
  const given = small.flatMap(({ path, id }): [string, FileContent][] => {
    const bytes = contents.get(id);
    return bytes ? [[path, { kind: 'content', bytes }]] : [];
  });
  return new Map([...large.map(({ path, size = 0 }) => [path, { kind: 'too-large', size }] as const), ...given]);
}
