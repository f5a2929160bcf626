import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Deadline } from '../domain/deadline.ts';
import { ActionError } from '../domain/errors.ts';
import type { Git } from '../domain/git.ts';
import type { Tree } from '../domain/tree.ts';
import { directoryTree } from './directory-tree.ts';
import { gitIn } from './git.ts';
import { objectsTree } from './objects-tree.ts';
import { workTree } from './work-tree.ts';

/** A folder that the person named, and the ways to see its files. Nothing is read before a tree is. */
export interface Checkout {
  readonly directory: string;
  readonly git: Git;
  readonly trees: { work(): Tree; objects(commit: string, prefix: string): Tree };
  /** Its files as they are on disk, with git's knowledge where it is a repository, and without where it is none. */
  files(): Promise<Tree>;
}

export interface CheckoutOptions {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly deadline: Deadline;
}

/** Throws NOT_A_DIRECTORY. */
export function openCheckout({ directory: named, environment, deadline }: CheckoutOptions): Checkout {
  const directory = realDirectory(named);
  const git = gitIn({ directory, environment, deadline });
  const work = workTree(git);
  return {
    directory,
    git,
    trees: { work: () => work, objects: (commit, prefix) => objectsTree(git, commit, prefix) },
    files: async () => ((await isRepository(git)) ? work : directoryTree(directory)),
  };
}

function realDirectory(named: string): string {
  const path = resolve(named);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new ActionError('NOT_A_DIRECTORY', `${named} does not exist.`);
  if (!stat.isDirectory()) throw new ActionError('NOT_A_DIRECTORY', `${named} is not a directory.`);
  return realpathSync(path);
}

async function isRepository(git: Git): Promise<boolean> {
  const { exitCode } = await git.run(['rev-parse', '--is-inside-work-tree']);
  return exitCode === 0;
}
