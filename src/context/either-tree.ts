import { ActionError } from '../domain/errors.ts';
import type { Tree } from '../domain/tree.ts';

/** A commit's tree as git has it, and as `other` has it from when git cannot read it: a partial clone lacks files that are not checked out. */
export function eitherTree(tree: Tree, other: Tree): Tree {
  let current = tree;
  const using = async <T>(use: (tree: Tree) => Promise<T>): Promise<T> => {
    const asked = current;
    try {
      return await use(asked);
    } catch (thrown) {
      if (asked === other || !(thrown instanceof ActionError && thrown.code === 'GIT_FAILED')) throw thrown;
      current = other;
      return use(other);
    }
  };
  return {
    list: (only) => using((it) => it.list(only)),
    read: (paths, limit) => using((it) => it.read(paths, limit)),
    ids: (paths) => using(async (it) => it.ids?.(paths)),
  };
}
