import type { Git } from '../domain/git.ts';
import type { RepositoryContext } from '../domain/repository.ts';
import { readContext, type Trees } from './context.ts';
import { type FolderTrees, findPlace } from './place.ts';

/** The files at hand against the usual base; of a folder that is no repository, nothing but its files. Throws what `readContext` does. */
export async function contextHere(git: Git, trees: Trees & FolderTrees): Promise<RepositoryContext> {
  if ((await findPlace(git)) !== null) return await readContext({ git, trees, base: null, head: null });
  const tree = trees.directory();
  return {
    trigger: { kind: 'command-line' },
    tree,
    wholeTree: tree,
    baseTree: null,
    configuration: null,
    base: null,
    head: null,
    defaultBranch: null,
    histories: [],
    changedFiles: null,
    findings: [],
    notes: [],
  };
}
