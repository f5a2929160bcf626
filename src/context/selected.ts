import picomatch from 'picomatch';
import type { Configuration } from '../domain/configuration.ts';
import type { Tree } from '../domain/tree.ts';

/** Whether the configuration's `settings.paths` let a path be looked at: without `include` every path, and none of `exclude`. */
export function pathSelector(configuration: Configuration | null): (path: string) => boolean {
  const { include = [], exclude = [] } = configuration?.settings.paths ?? {};
  const options = { dot: true, noextglob: true };
  const included = include.length === 0 ? () => true : picomatch([...include], options);
  const excluded = exclude.length === 0 ? () => false : picomatch([...exclude], options);
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
