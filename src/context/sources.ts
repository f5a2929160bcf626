import { ActionError } from '../domain/errors.ts';
import type { Git } from '../domain/git.ts';
import type { Remote } from '../domain/github.ts';
import type { Tree } from '../domain/tree.ts';
import { presentCommits } from './commits.ts';
import type { Trees } from './context.ts';
import { eitherTree } from './either-tree.ts';
import { findPlace, type Place } from './place.ts';

/** Where commits can be read from: the checkout, if there is one, and GitHub, if there is a token. */
export interface Sources {
  readonly git: Git;
  readonly trees: Trees;
  /** The checkout; null where there is none. */
  readonly place: Place | null;
  readonly remote: Remote | null;
}

export interface SourceRequest {
  readonly git: Git;
  readonly trees: Trees;
  readonly remote: Remote | null;
}

/** Throws NOT_A_REPOSITORY for a checkout that git may not read, GIT_FAILED. */
export async function openSources({ git, trees, remote }: SourceRequest): Promise<Sources> {
  const place = await findPlace(git);
  // A workspace inside of another repository is no checkout of ours.
  return { git, trees, remote, place: place?.prefix === '' ? place : null };
}

/** Those of the commits that the checkout has. */
export async function localCommits({ git, place }: Sources, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return place === null ? new Set() : presentCommits(git, ids);
}

/** The files of a commit: of git where it has them, else of GitHub. Throws TOKEN_MISSING where neither can be asked. */
export async function treeAt(sources: Sources, commit: string): Promise<Tree> {
  const { trees, remote } = sources;
  const isLocal = (await localCommits(sources, [commit])).has(commit);
  if (isLocal)
    return remote === null ? trees.objects(commit, '') : eitherTree(trees.objects(commit, ''), remote.tree(commit));
  return remoteOf(sources, `commit ${commit.slice(0, 12)} is not in the checkout`).tree(commit);
}

/** GitHub, which has to be asked because of `why`. Throws TOKEN_MISSING. */
export function remoteOf({ remote }: Sources, why: string): Remote {
  if (remote !== null) return remote;
  throw new ActionError('TOKEN_MISSING', `GitHub cannot be asked without a token, and ${why}.`);
}
