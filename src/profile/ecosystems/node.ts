import type { ProfileWarning } from '../../domain/profile.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { readJson } from '../json.ts';
import type { Manifest } from '../manifest.ts';
import { isMapping } from '../manifest.ts';
import { baseName, directoryOf, isWithin, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { commandsOf } from './node/commands.ts';
import { findManager } from './node/manager.ts';
import { nodeVersion } from './node/version.ts';
import { findWorkspaces, type Workspace } from './node/workspace.ts';

/** Node packages; a workspace is one unit, at its root. */
export const node: Ecosystem = {
  name: 'node',
  reads: [
    '**/package.json',
    '**/pnpm-workspace.yaml',
    '**/turbo.json',
    '**/.nvmrc',
    '**/.node-version',
    '**/.tool-versions',
    '**/mise.toml',
    '**/pnpm-lock.yaml',
    '**/yarn.lock',
    '**/Dockerfile',
    '**/*.Dockerfile',
    '**/Dockerfile.*',
  ],
  detect: (snapshot) => {
    const read = snapshot.paths
      .filter((path) => baseName(path) === 'package.json')
      .map((path) => readJson(snapshot, path));
    const manifests = read.map(({ value }) => value).filter(({ value }) => isMapping(value));
    const workspaces = findWorkspaces(snapshot, manifests);
    const members = new Set(workspaces.flatMap((workspace) => workspace.members.map(({ file }) => file)));
    const drafts = manifests
      .filter(({ file }) => !members.has(file))
      .map((manifest) => draft({ snapshot, manifest, workspaces }));
    return {
      units: drafts.map(({ unit }) => unit),
      warnings: [...read, ...drafts].flatMap(({ warnings }) => warnings),
    };
  },
};

interface Place {
  readonly snapshot: Snapshot;
  readonly manifest: Manifest;
  readonly workspaces: readonly Workspace[];
}

function draft({ snapshot, manifest, workspaces }: Place): {
  readonly unit: UnitDraft;
  readonly warnings: readonly ProfileWarning[];
} {
  const directory = directoryOf(manifest.file);
  const workspace = workspaces.find(({ root }) => root.file === manifest.file);
  const packages = [manifest, ...(workspace?.members ?? [])];
  const { choice, warnings } = findManager(snapshot, manifest);
  const tools = choice.version ? [choice.version] : [];
  const unit: UnitDraft = {
    directory,
    ecosystem: 'node',
    manager: choice.manager,
    lockfile: choice.lockfile,
    version: nodeVersion(snapshot, manifest),
    versions: tools,
    commands: commandsOf({ snapshot, manifest, choice, packages }),
    alsoOwns: choice.lockfile !== null && !isWithin(directory, choice.lockfile) ? [choice.lockfile] : [],
    dependsOn: packages.flatMap(localDependencies),
    dependencies: packages.flatMap(dependenciesOf),
  };
  return { unit, warnings };
}

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

function dependenciesOf(manifest: Manifest) {
  return KINDS.flatMap((kind) =>
    manifest
      .keys([kind])
      .map((name) => ({ name: name.toLowerCase(), file: manifest.file, line: manifest.lineOf([kind, name]) })),
  );
}

/** `file:` and `link:` name folders; `workspace:` stays inside the unit. */
function localDependencies(manifest: Manifest): string[] {
  return KINDS.flatMap((kind) =>
    manifest.keys([kind]).flatMap((name) => {
      const target = /^(?:file|link|portal):(.+)$/.exec(manifest.text([kind, name]) ?? '')?.[1];
      return target === undefined ? [] : (joinPath(directoryOf(manifest.file), target) ?? []);
    }),
  );
}
