import { findReactors } from '../../../ecosystems/java/reactor.ts';
import { isWithin, joinPath, relativeTo } from '../../../paths.ts';
import type { Snapshot } from '../../../snapshot.ts';

/** Where Maven writes what it makes of a module. */
const TARGET = /^(?:\.\/)?((?:[^/$*]+\/)*)target\/[^$]+$/;

/**
 * The module of a build of several that makes everything a Dockerfile copies from outside, as a path from the build's folder: then no other
 * module has to be built but what it needs. Null where it is no such build, or more than one module.
 */
export function builtModule(snapshot: Snapshot, context: string, prebuilt: readonly string[]): string | null {
  const folders = new Set(
    prebuilt.map((path) => {
      const [, folder] = TARGET.exec(path) ?? [];
      return folder === undefined ? null : joinPath(context, folder || '.');
    }),
  );
  const [module = null] = folders;
  if (module === null || folders.size > 1 || !snapshot.has(joinPath(module, 'pom.xml') ?? '')) return null;
  const reactor = findReactors(snapshot).value.find(({ members }) =>
    members.some(({ directory }) => directory === module),
  );
  const root = reactor?.root.directory;
  return root === undefined || root === module || !isWithin(root, module) ? null : relativeTo(root, module);
}
