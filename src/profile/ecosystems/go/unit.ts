import type { UnitDraft } from '../../ecosystem.ts';
import { directoryOf, isWithin, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { commandsOf } from './commands.ts';
import type { GoModule } from './module.ts';
import { versionOf } from './version.ts';
import type { GoWorkspace } from './workspace.ts';

export interface ModulePlace {
  readonly snapshot: Snapshot;
  readonly module: GoModule;
  /** All modules of the repository. */
  readonly modules: readonly GoModule[];
  readonly workspaces: readonly GoWorkspace[];
}

/** A module as a unit. */
export function unitOf(place: ModulePlace): UnitDraft {
  const { snapshot, module, workspaces } = place;
  const { directory } = module;
  const lockfile = joinPath(directory, 'go.sum') ?? 'go.sum';
  const version = versionOf(snapshot, module);
  const workspace = workspaces.find(({ uses }) => uses.includes(directory));
  return {
    directory,
    ecosystem: 'go',
    manager: 'go',
    lockfile: snapshot.has(lockfile) ? lockfile : null,
    version,
    versions: [],
    commands: commandsOf(place, version),
    alsoOwns: [...(workspace ? filesOf(workspace) : []), ...(version?.because ?? []).map(({ file }) => file)].filter(
      (file) => !isWithin(directory, file),
    ),
    dependsOn: [...module.replaced, ...siblings(place, workspace)],
    dependencies: module.requires,
  };
}

function filesOf({ file, sums }: GoWorkspace): string[] {
  return sums === null ? [file] : [file, sums];
}

/** In a workspace a module's requirement is met by the folder of that name. */
function siblings({ module, modules }: ModulePlace, workspace: GoWorkspace | undefined): string[] {
  const required = new Set(module.requires.map(({ name }) => name));
  const others = modules.filter(
    ({ name, directory }) => workspace?.uses.includes(directory) && required.has(name?.value.toLowerCase() ?? ''),
  );
  return others.map(({ file }) => directoryOf(file));
}
