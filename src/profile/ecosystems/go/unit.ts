import type { UnitDraft } from '../../ecosystem.ts';
import { directoryOf, isWithin, joinPath } from '../../paths.ts';
import type { Found } from '../../snapshot.ts';
import { commandsOf } from './commands.ts';
import type { CommandPlace } from './sources.ts';
import { versionOf } from './version.ts';
import type { GoWorkspace } from './workspace.ts';

export interface ModulePlace extends CommandPlace {
  readonly workspaces: readonly GoWorkspace[];
}

/** A module as a unit. */
export function unitOf(place: ModulePlace): Found<UnitDraft> {
  const { snapshot, module, workspaces } = place;
  const { directory } = module;
  const lockfile = joinPath(directory, 'go.sum') ?? 'go.sum';
  const version = versionOf(snapshot, module);
  const workspace = workspaces.find(({ uses }) => uses.has(directory));
  const { value, warnings } = commandsOf(place, version);
  const unit: UnitDraft = {
    directory,
    ecosystem: 'go',
    manager: 'go',
    lockfile: snapshot.has(lockfile) ? lockfile : null,
    version,
    versions: value.versions,
    commands: value.commands,
    alsoOwns: [...(workspace ? filesOf(workspace) : []), ...(version?.because ?? []).map(({ file }) => file)].filter(
      (file) => !isWithin(directory, file),
    ),
    dependsOn: [...module.replaced, ...siblings(place, workspace)],
    dependencies: module.requires,
  };
  return { value: unit, warnings };
}

function filesOf({ file, sums }: GoWorkspace): string[] {
  return sums === null ? [file] : [file, sums];
}

/** In a workspace a module's requirement is met by the folder of that name. */
function siblings({ module, modules }: ModulePlace, workspace: GoWorkspace | undefined): string[] {
  const required = new Set(module.requires.map(({ name }) => name));
  const others = modules.filter(
    ({ name, directory }) => workspace?.uses.has(directory) && required.has(name?.value.toLowerCase() ?? ''),
  );
  return others.map(({ file }) => directoryOf(file));
}
