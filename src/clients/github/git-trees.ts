import * as z from 'zod/mini';
import { ActionError } from '../../domain/errors.ts';
import type { RepositoryName } from '../../domain/event.ts';
import type { GitHubClient } from './client.ts';

const id = z.string().check(z.regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/));

const TreeSchema = z.object({
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.string(),
      type: z.string(),
      sha: id,
      size: z.optional(z.int()),
    }),
  ),
  truncated: z.boolean(),
});

/** An entry of a git tree. */
export interface GitEntry {
  readonly path: string;
  /** As git writes it: `100644`. */
  readonly mode: string;
  readonly id: string;
  /** Of files alone. */
  readonly size?: number | undefined;
}

/** The git trees of one commit: files, links and submodules, with their paths from its root. */
export interface GitTrees {
  /** Throws GITHUB_TOO_LARGE, as the others do. */
  everything(): Promise<readonly GitEntry[]>;
  /** What stands at the root itself, and below these folders of it. */
  within(folders: readonly string[]): Promise<readonly GitEntry[]>;
  /** How many requests `within` takes, where GitHub cuts nothing off. */
  costOf(folders: readonly string[]): number;
}

/** So many trees are asked for where GitHub will not give them all at once. */
const MAX_TREES = 100;

/** Asks for each tree at most once. */
export function gitTrees(client: GitHubClient, repository: RepositoryName, commit: string): GitTrees {
  const ask = askerOf(client, repository);
  let root: Promise<readonly GitEntry[]> | undefined;
  const known = new Map<string, Promise<readonly GitEntry[]>>();
  const atRoot = () => {
    root ??= folderItself(ask, { prefix: '', tree: commit });
    return root;
  };
  const below = async (folder: string) => {
    const tree = (await atRoot()).find((entry) => entry.path === folder && isTree(entry))?.id;
    return tree === undefined ? [] : walk(ask, { prefix: `${folder}/`, tree });
  };
  return {
    everything: () => walk(ask, { prefix: '', tree: commit }),
    within: async (folders) => {
      for (const folder of folders) known.set(folder, known.get(folder) ?? below(folder));
      const listings = await Promise.all(folders.map((folder) => known.get(folder) ?? []));
      return [...(await atRoot()).filter((entry) => !isTree(entry)), ...listings.flat()];
    },
    costOf: (folders) => (root ? 0 : 1) + folders.filter((folder) => !known.has(folder)).length,
  };
}

/** A tree, and what its paths begin with. */
interface Place {
  readonly prefix: string;
  readonly tree: string;
}

type Ask = (
  place: Place,
  isRecursive: boolean,
) => Promise<{ readonly entries: GitEntry[]; readonly truncated: boolean }>;

function askerOf(client: GitHubClient, { owner, name: repo }: RepositoryName): Ask {
  return async ({ prefix, tree: tree_sha }, isRecursive) => {
    const route = 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}';
    const how = isRecursive ? { recursive: '1' } : {};
    const { tree, truncated } = await client.read(route, { owner, repo, tree_sha, ...how }, TreeSchema);
    const entries = tree.map(({ path, mode, sha, size }) => ({ path: `${prefix}${path}`, mode, id: sha, size }));
    return { entries, truncated };
  };
}

/** GitHub cuts a list off at 100,000 entries or 7 MB: then each folder is asked for by itself. One after the other, as it wants to be asked. */
async function walk(ask: Ask, start: Place): Promise<GitEntry[]> {
  const all: GitEntry[] = [];
  const open = [start];
  let asked = 0;
  for (let place = open.pop(); place; place = open.pop()) {
    asked += 1;
    if (asked > MAX_TREES) throw tooLarge('its list of files');
    const whole = await ask(place, true);
    const entries = whole.truncated ? await folderItself(ask, place) : whole.entries;
    all.push(...entries.filter((entry) => !isTree(entry)));
    if (whole.truncated) open.push(...entries.filter(isTree).map(({ path, id }) => ({ prefix: `${path}/`, tree: id })));
  }
  return all;
}

async function folderItself(ask: Ask, place: Place): Promise<GitEntry[]> {
  const { entries, truncated } = await ask(place, false);
  if (truncated) throw tooLarge(`the folder '${place.prefix}' alone`);
  return entries;
}

function isTree({ mode }: GitEntry): boolean {
  return mode === '040000';
}

function tooLarge(what: string): ActionError {
  return new ActionError(
    'GITHUB_TOO_LARGE',
    `The repository is too large to be read over the API: ${what} is cut off.`,
  );
}
