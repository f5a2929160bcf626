import type { ProfileWarning } from '../../../domain/profile.ts';
import { folderMatcher } from '../../folder-globs.ts';
import { isMapping, type Manifest } from '../../formats/manifest.ts';
import { ancestors, directoryOf, isWithin, joinPath, relativeTo } from '../../paths.ts';
import type { Found } from '../../snapshot.ts';
import { pathDependencies } from './dependencies.ts';

/** What one call of Cargo checks: a workspace with its members, or a package by itself. */
export interface Crates {
  readonly directory: string;
  readonly root: Manifest;
  /** All packages; the root among them where it is one too. */
  readonly packages: readonly Manifest[];
}

/**
 * Workspaces and lone packages, as Cargo finds them: a package belongs to the nearest workspace above it, or to the one that it names. One
 * that is not listed there is refused by Cargo, and is left out.
 */
export function findCrates(manifests: readonly Manifest[]): Found<readonly Crates[]> {
  const usable = manifests.filter((manifest) => isWorkspace(manifest) || isPackage(manifest));
  const byDirectory = new Map(usable.map((manifest) => [directoryOf(manifest.file), manifest]));
  const roots = usable.filter((manifest) => isWorkspace(manifest) || workspaceOf(manifest, byDirectory) === null);
  return {
    value: roots.filter((root) => !isFuzzing(root)).map((root) => crates(root, byDirectory)),
    warnings: manifests.filter((manifest) => !usable.includes(manifest)).map(emptyWarning),
  };
}

function emptyWarning({ file }: Manifest): ProfileWarning {
  return { file, line: 1, message: 'this is neither a package nor a workspace of Cargo; it is left out.' };
}

function isWorkspace(manifest: Manifest): boolean {
  return isMapping(manifest.at(['workspace']));
}

/** `[project]` is the old name. */
function isPackage(manifest: Manifest): boolean {
  return isMapping(manifest.at(['package'])) || isMapping(manifest.at(['project']));
}

/** The targets of cargo-fuzz need its own command and a nightly compiler. */
function isFuzzing(manifest: Manifest): boolean {
  return manifest.at(['package', 'metadata', 'cargo-fuzz']) === true;
}

type ByDirectory = ReadonlyMap<string, Manifest>;

function workspaceOf(manifest: Manifest, byDirectory: ByDirectory): Manifest | null {
  if (isWorkspace(manifest)) return manifest;
  const directory = directoryOf(manifest.file);
  const named = manifest.text(['package', 'workspace']);
  if (named !== null) return byDirectory.get(joinPath(directory, named) ?? '') ?? null;
  const [, ...above] = ancestors(directory);
  const root = above.flatMap((folder) => byDirectory.get(folder) ?? []).find(isWorkspace);
  return root && !isExcluded(directory, root) ? root : null;
}

function isExcluded(directory: string, root: Manifest): boolean {
  const excluded = root.texts(['workspace', 'exclude']).map((path) => joinPath(directoryOf(root.file), path));
  return excluded.some((path) => path !== null && isWithin(path, directory));
}

function crates(root: Manifest, byDirectory: ByDirectory): Crates {
  const directory = directoryOf(root.file);
  const own = isPackage(root) ? [root] : [];
  if (!isWorkspace(root)) return { directory, root, packages: own };
  const matches = folderMatcher(root.texts(['workspace', 'members']).flatMap((glob) => joinPath('.', glob) ?? []));
  const candidates = [...byDirectory.values()].filter(
    (manifest) => manifest !== root && isPackage(manifest) && workspaceOf(manifest, byDirectory) === root,
  );
  const listed = candidates.filter(({ file }) => {
    const folder = directoryOf(file);
    return !isWithin(directory, folder) || matches(relativeTo(directory, folder));
  });
  return { directory, root, packages: withPathDependencies([...own, ...listed], candidates) };
}

/** What a member depends on by its path is a member too. */
function withPathDependencies(members: readonly Manifest[], candidates: readonly Manifest[]): Manifest[] {
  const all = new Set(members);
  for (const member of all) {
    const paths = pathDependencies(member);
    for (const other of candidates) if (paths.includes(directoryOf(other.file))) all.add(other);
  }
  return [...all];
}
