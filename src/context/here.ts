import type { RepositoryContext } from '../domain/repository.ts';
import type { Tree } from '../domain/tree.ts';
import { type ContextRequest, readContext, type Trees } from './context.ts';
import { type FolderTrees, findPlace } from './place.ts';

export interface HereRequest extends ContextRequest {
  readonly trees: Trees & FolderTrees;
}

/** A checkout as `readContext` reads it; of a folder that is no repository its files alone. Throws what that does. */
export async function contextHere(request: HereRequest): Promise<RepositoryContext> {
  return (await findPlace(request.git)) === null ? filesAlone(request.trees.directory()) : await readContext(request);
}

/** What is known of files that are no repository: no base, no settings, no change. */
function filesAlone(tree: Tree): RepositoryContext {
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
