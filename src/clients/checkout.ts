import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Deadline } from '../domain/deadline.ts';
import { ActionError } from '../domain/errors.ts';
import type { Git } from '../domain/git.ts';
import type { FileHistory } from '../domain/repository.ts';
import type { Tree } from '../domain/tree.ts';
import { directoryTree } from './directory-tree.ts';
import { clauseFor } from './fault.ts';
import { gitHistory } from './file-history.ts';
import { gitIn } from './git.ts';
import { objectsTree } from './objects-tree.ts';
import { workTree } from './work-tree.ts';

/** A folder that the person named, and the ways to see its files. Nothing is read before a tree is. */
export interface Checkout {
  readonly directory: string;
  readonly git: Git;
  readonly trees: {
    /** Tracked and unignored files, as they are on disk. */
    work(): Tree;
    /** Every file on disk: for a folder that is no repository. */
    directory(): Tree;
    objects(commit: string, prefix: string): Tree;
    history(commit: string): FileHistory;
  };
}

export interface CheckoutOptions {
  readonly directory: string;
  /** Whether it may belong to another user: the workspace of a runner. */
  readonly isTrusted?: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly deadline: Deadline;
}

/** Throws NOT_A_DIRECTORY. */
export function openCheckout({
  directory: named,
  isTrusted = false,
  environment,
  deadline,
}: CheckoutOptions): Checkout {
  const directory = realDirectory(named);
  const git = gitIn({ directory, isTrusted, environment, deadline });
  const work = workTree(git);
  return {
    directory,
    git,
    trees: {
      work: () => work,
      directory: () => directoryTree(directory),
      objects: (commit, prefix) => objectsTree(git, commit, prefix),
      history: (commit) => gitHistory(git, commit),
    },
  };
}

function realDirectory(named: string): string {
  const path = resolve(named);
  try {
    if (statSync(path).isDirectory()) return realpathSync(path);
  } catch (cause) {
    throw new ActionError('NOT_A_DIRECTORY', `'${named}' ${clauseFor(cause)}.`, { cause });
  }
  throw new ActionError('NOT_A_DIRECTORY', `'${named}' is not a directory.`);
}
