import { folderMatcher } from '../../folder-globs.ts';
import { readJson } from '../../formats/json.ts';
import { isMapping, type Manifest } from '../../formats/manifest.ts';
import { readYamlManifest } from '../../formats/yaml.ts';
import { nearest } from '../../nearest.ts';
import { ancestors, baseName, directoryOf, isWithin, joinPath, relativeTo } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { dependencyPath } from './dependencies.ts';
import { lockfilesIn } from './lockfile.ts';
import { findManager, type ManagerChoice } from './manager.ts';

/** What is installed together: a package, or a workspace, whose root is its `pnpm-workspace.yaml` where it has no package.json there. */
export interface Project {
  readonly snapshot: Snapshot;
  readonly directory: string;
  readonly root: Manifest;
  /** The other packages of the workspace, sorted by path. */
  readonly members: readonly Manifest[];
  readonly choice: ManagerChoice;
  /** Whether it lies below a pnpm workspace that it is no member of. */
  readonly isNested: boolean;
}

/** The projects of these manifests (package.json files that could be read): a workspace is one. */
export function findProjects(snapshot: Snapshot, manifests: readonly Manifest[]): Found<readonly Project[]> {
  const settings = snapshot.paths
    .filter((path) => baseName(path) === 'pnpm-workspace.yaml')
    .map((path) => readYamlManifest(snapshot, path));
  const yamlOf = (directory: string) => settings.find(({ value }) => directoryOf(value.file) === directory)?.value;
  const directories = new Set(manifests.map(({ file }) => directoryOf(file)));
  const bare = settings.map(({ value }) => value).filter(({ file }) => !directories.has(directoryOf(file)));
  const found = [...manifests, ...bare].map((root) => {
    const { value: choice, warnings } = findManager(snapshot, root);
    const directory = directoryOf(root.file);
    const globs = choice.manager === 'pnpm' ? yamlOf(directory)?.texts(['packages']) : workspacesOf(root);
    const members = membersOf({ snapshot, directory, manifests, globs: globs ?? [] });
    const project = { snapshot, directory, root, members, choice, isNested: isNested(snapshot, directory) };
    return { project, warnings };
  });
  const taken = new Set(found.flatMap(({ project }) => project.members));
  const kept = found.filter(
    ({ project }) => !taken.has(project.root) && isPackage(project) && !isMaterial(project, directories),
  );
  return {
    value: kept.map(({ project }) => project),
    warnings: [...settings, ...kept].flatMap(({ warnings }) => warnings),
  };
}

/** The members of the workspace whose root that is. */
export function membersBelow(snapshot: Snapshot, root: Manifest): Manifest[] {
  const directory = directoryOf(root.file);
  const settings = joinPath(directory, 'pnpm-workspace.yaml') ?? '';
  const globs = snapshot.has(settings)
    ? readYamlManifest(snapshot, settings).value.texts(['packages'])
    : workspacesOf(root);
  const files = snapshot.within(directory).filter((path) => baseName(path) === 'package.json');
  return membersOf({ snapshot, directory, manifests: files.map((file) => readJson(snapshot, file).value), globs });
}

function isNested(snapshot: Snapshot, directory: string): boolean {
  const settings = nearest(snapshot, directory, ['pnpm-workspace.yaml']);
  return settings !== null && directoryOf(settings) !== directory;
}

/** npm, yarn and bun: a list, or an object with one. */
function workspacesOf(root: Manifest): readonly string[] {
  return isMapping(root.at(['workspaces'])) ? root.texts(['workspaces', 'packages']) : root.texts(['workspaces']);
}

interface MemberQuery {
  readonly snapshot: Snapshot;
  readonly directory: string;
  readonly manifests: readonly Manifest[];
  readonly globs: readonly string[];
}

/** A package that is a workspace with a lock file of its own belongs to itself, whatever the patterns above it match. */
function membersOf({ snapshot, directory, manifests, globs }: MemberQuery): Manifest[] {
  if (globs.length === 0) return [];
  const matches = folderMatcher(globs);
  return manifests.filter((manifest) => {
    const own = directoryOf(manifest.file);
    if (own === directory || !isWithin(directory, own) || !matches(relativeTo(directory, own))) return false;
    return !isWorkspace(snapshot, manifest) || lockfilesIn(snapshot, own).length === 0;
  });
}

function isWorkspace(snapshot: Snapshot, manifest: Manifest): boolean {
  const settings = joinPath(directoryOf(manifest.file), 'pnpm-workspace.yaml') ?? '';
  return manifest.at(['workspaces']) !== undefined || snapshot.has(settings);
}

const CONTENTS = [
  'scripts',
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
  'workspaces',
];

/** A package.json that only says how files are loaded (`{ "type": "module" }`), or where an entry lies, has nothing to check. */
function isPackage({ root, members, choice }: Project): boolean {
  return members.length > 0 || choice.lockfile !== null || CONTENTS.some((key) => root.at([key]) !== undefined);
}

/** What a package holds for its tests, or writes for others, looks like a package too. */
function isMaterial({ directory, root, members }: Project, directories: ReadonlySet<string>): boolean {
  const [, ...above] = ancestors(directory);
  const parent = above.findLast((folder) => directories.has(folder));
  if (parent === undefined || members.length > 0) return false;
  const steps = relativeTo(parent, directory).split('/');
  if (steps.some((step) => /^(?:__\w+__|templates?|template-.+)$/.test(step))) return true;
  const isCase = steps.some((step) => /^(?:e2e|tests?|specs?|bench(?:marks?)?|integration(?:-tests?)?)$/.test(step));
  const isBare = root.text(['name']) === null && root.keys(['scripts']).length === 0;
  return isCase && isBare && dependencyPath(root, '@playwright/test') === null;
}
