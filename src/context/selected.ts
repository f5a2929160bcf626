import type { Configuration } from '../domain/configuration.ts';
import { globMatcher } from '../domain/glob/globs.ts';
import { CONFIGURATION_PATH } from '../domain/repository.ts';
import type { Tree } from '../domain/tree.ts';

/** Whether the configuration's `settings.paths` let a path be looked at: without `include` every path, and none of `exclude`. */
export function pathSelector(configuration: Configuration | null): (path: string) => boolean {
  const { include = [], exclude = [] } = configuration?.settings.paths ?? {};
  const included = include.length === 0 ? () => true : globMatcher(include);
  const excluded = globMatcher(exclude);
  return (path) => included(path) && !excluded(path);
}

/** A tree that lists only what is selected. What is asked for by name can still be read: the generated files themselves. */
export function selectedTree(tree: Tree, isSelected: (path: string) => boolean): Tree {
  return {
    list: async (only) => {
      const { entries, unreadable } = await tree.list(only);
      return { entries: entries.filter(({ path }) => isSelected(path)), unreadable };
    },
    read: (paths, limit) => tree.read(paths, limit),
  };
}

/** What the configuration lets be looked at. */
export interface Selection {
  readonly tree: Tree;
  readonly isSelected: (path: string) => boolean;
  /** How many files it keeps back, as a sentence; null where it keeps none. */
  readonly note: string | null;
}

/** The tree as the configuration lets it be looked at: the same one where it has nothing to say. */
export async function select(tree: Tree, configuration: Configuration | null): Promise<Selection> {
  const isSelected = pathSelector(configuration);
  if (configuration?.settings.paths === undefined) return { tree, isSelected, note: null };
  const { entries } = await tree.list();
  const hidden = entries.filter(({ path }) => !isSelected(path)).length;
  const files = hidden === 1 ? '1 file' : `${hidden} files`;
  const note = hidden === 0 ? null : `settings.paths in ${CONFIGURATION_PATH} keeps ${files} from being looked at.`;
  return { tree: selectedTree(tree, isSelected), isSelected, note };
}
