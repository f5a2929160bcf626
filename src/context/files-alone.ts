import type { RepositoryContext } from '../domain/repository.ts';
import type { Tree } from '../domain/tree.ts';

/** What is known of files that are no repository: no base, no settings, no change. */
export function filesAlone(tree: Tree): RepositoryContext {
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
