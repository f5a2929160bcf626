import picomatch from 'picomatch';
import { isMapping, type Manifest } from '../../manifest.ts';
import { directoryOf, isWithin, joinPath, relativeTo } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { readYamlManifest } from '../../yaml.ts';

/** A root package and the packages that are installed with it. */
export interface Workspace {
  readonly root: Manifest;
  readonly members: readonly Manifest[];
}

/** Workspaces as npm, yarn and bun (`workspaces`) and pnpm (`pnpm-workspace.yaml`) declare them. */
export function findWorkspaces(snapshot: Snapshot, manifests: readonly Manifest[]): Workspace[] {
  return manifests.flatMap((root) => {
    const globs = workspaceGlobs(snapshot, root);
    if (globs.length === 0) return [];
    const directory = directoryOf(root.file);
    const members = manifests.filter(
      ({ file }) =>
        file !== root.file && isWithin(directory, file) && isMember(relativeTo(directory, directoryOf(file)), globs),
    );
    return [{ root, members }];
  });
}

function workspaceGlobs(snapshot: Snapshot, root: Manifest): string[] {
  const file = joinPath(directoryOf(root.file), 'pnpm-workspace.yaml') ?? '';
  if (snapshot.has(file)) return readYamlManifest(snapshot, file).value.texts(['packages']);
  return isMapping(root.at(['workspaces'])) ? root.texts(['workspaces', 'packages']) : root.texts(['workspaces']);
}

function isMember(directory: string, globs: readonly string[]): boolean {
  const [wanted, unwanted] = [
    globs.filter((glob) => !glob.startsWith('!')),
    globs.filter((glob) => glob.startsWith('!')),
  ];
  const clean = (glob: string) => glob.replace(/^!/, '').replace(/^\.\//, '').replace(/\/$/, '');
  return (
    wanted.some((glob) => picomatch.isMatch(directory, clean(glob))) &&
    !unwanted.some((glob) => picomatch.isMatch(directory, clean(glob)))
  );
}
