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

/** An entry of a git tree. Paths begin at the tree that was asked for, or at the root where it was walked to. */
export interface GitEntry {
  readonly path: string;
  /** As git writes it: `100644`. */
  readonly mode: string;
  readonly id: string;
  /** Of files alone. */
  readonly size?: number | undefined;
}

/** The git trees of one commit. */
export interface GitTrees {
  /** Everything below the commit's root. Throws GITHUB_TOO_LARGE. */
  everything(): Promise<GitEntry[]>;
  /** What stands in a folder itself (`''` is the root); null where there is none. */
  folder(path: string): Promise<readonly GitEntry[] | null>;
  /** How many requests it takes to look into these folders. */
  costOf(folders: readonly string[]): number;
}

/** So many trees are asked for where GitHub will not give them all at once; a folder each. */
const MAX_TREES = 100;

/** Asks for each tree at most once. */
export function gitTrees(client: GitHubClient, { owner, name: repo }: RepositoryName, commit: string): GitTrees {
  const known = new Map<string, Promise<readonly GitEntry[] | null>>();
  const ask = async (tree: string, isRecursive: boolean) => {
    const route = 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}';
    const how = isRecursive ? { recursive: '1' } : {};
    const answer = await client.read(route, { owner, repo, tree_sha: tree, ...how }, TreeSchema);
    return {
      ...answer,
      entries: answer.tree.map(({ path, mode, sha, size }): GitEntry => ({ path, mode, id: sha, size })),
    };
  };
  const look = async (path: string): Promise<readonly GitEntry[] | null> => {
    const tree = path === '' ? commit : await idOfFolder(folder, path);
    if (tree === null) return null;
    const { entries, truncated } = await ask(tree, false);
    if (truncated) throw tooLarge(`the folder '${path}' alone`);
    return entries;
  };
  const folder = (path: string) => {
    const listing = known.get(path) ?? look(path);
    known.set(path, listing);
    return listing;
  };
  return {
    everything: () => walk(ask, commit),
    folder,
    costOf: (folders) => folders.filter((path) => !known.has(path)).length,
  };
}

async function idOfFolder(folder: GitTrees['folder'], path: string): Promise<string | null> {
  const at = path.lastIndexOf('/');
  const above = await folder(at < 0 ? '' : path.slice(0, at));
  const name = path.slice(at + 1);
  return above?.find((entry) => entry.path === name && isTree(entry))?.id ?? null;
}

type Ask = (
  tree: string,
  isRecursive: boolean,
) => Promise<{ readonly entries: GitEntry[]; readonly truncated: boolean }>;

/** GitHub cuts a list off at 100,000 entries or 7 MB: then each folder is asked for by itself. One after the other, as it wants to be asked. */
async function walk(ask: Ask, root: string): Promise<GitEntry[]> {
  const all: GitEntry[] = [];
  const open = [{ prefix: '', tree: root }];
  for (let asked = 0; open.length > 0; asked++) {
    if (asked >= MAX_TREES) throw tooLarge('its list of files');
    const { prefix, tree } = open.pop() ?? { prefix: '', tree: root };
    const below = (entries: readonly GitEntry[]) => entries.map((it) => ({ ...it, path: `${prefix}${it.path}` }));
    const whole = await ask(tree, true);
    if (!whole.truncated) {
      all.push(...below(whole.entries).filter((entry) => !isTree(entry)));
      continue;
    }
    const { entries, truncated } = await ask(tree, false);
    if (truncated) throw tooLarge(`the folder '${prefix}' alone`);
    all.push(...below(entries.filter((entry) => !isTree(entry))));
    open.push(...entries.filter(isTree).map(({ path, id: tree }) => ({ prefix: `${prefix}${path}/`, tree })));
  }
  return all;
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
