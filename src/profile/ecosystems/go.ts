import { groupedBy } from '../../domain/grouped.ts';
import type { ProfileWarning } from '../../domain/profile.ts';
import { AUTOMATION, readAutomation } from '../ci/automation.ts';
import type { Ecosystem } from '../ecosystem.ts';
import { ancestors, baseName, directoryOf } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { TOOL_FILES } from '../tool-versions.ts';
import { readModule } from './go/module.ts';
import { hasPackages, PROGRAMS } from './go/sources.ts';
import { SYSTEM_TESTS } from './go/tests.ts';
import { unitOf } from './go/unit.ts';
import { readWorkspaces } from './go/workspace.ts';

/** Go modules: one unit a `go.mod`. `./...` does not cross modules, so those of a workspace are units too. */
export const go: Ecosystem = {
  name: 'go',
  reads: [
    '**/go.mod',
    '**/go.work',
    '**/.go-version',
    '**/.gitignore',
    ...TOOL_FILES,
    '**/{[Dd]ockerfile,Containerfile}*',
    '**/.golangci.{yml,yaml,toml,json}',
    ...PROGRAMS,
    ...SYSTEM_TESTS,
    ...AUTOMATION,
  ],
  detect: (snapshot) => {
    const modules = snapshot.paths
      .filter((path) => baseName(path) === 'go.mod')
      .map((path) => readModule(snapshot, path));
    const workspaces = readWorkspaces(snapshot);
    const named = modules.filter(({ name }) => name !== null);
    const folders = new Set(named.map(({ directory }) => directory));
    const automation = readAutomation(snapshot);
    // A list of what to download (themes of a web site, tools of a wrapper) is no program.
    const units = named
      .map((module) => ({ snapshot, module, modules: named, folders, workspaces, automation }))
      .filter((place) => hasPackages(place) !== 'no-sources')
      .map(unitOf);
    return {
      units: units.map(({ value }) => value),
      warnings: [
        ...units.flatMap(({ warnings }) => warnings),
        ...modules.flatMap(({ name, file }) =>
          name === null ? [warn(file, 'it names no module, so it is left out.')] : [],
        ),
        ...withoutModule(snapshot),
      ],
    };
  },
};

/** Programs that no module holds cannot be built by `go build`: said once for each folder that is outermost. */
function withoutModule(snapshot: Snapshot): ProfileWarning[] {
  const modules = new Set(snapshot.paths.filter((path) => baseName(path) === 'go.mod').map(directoryOf));
  const outside = snapshot.paths.filter(
    (path) => path.endsWith('.go') && !ancestors(directoryOf(path)).some((folder) => modules.has(folder)),
  );
  const folders = new Set(outside.map(directoryOf));
  const isOutermost = (path: string) =>
    !ancestors(directoryOf(path))
      .slice(1)
      .some((folder) => folders.has(folder));
  const [first, ...others] = [...groupedBy(outside, directoryOf).values()].flatMap(([path]) =>
    path !== undefined && isOutermost(path) ? [path] : [],
  );
  const more =
    others.length === 0 ? '' : ` (nor of ${others.length} more ${others.length === 1 ? 'folder' : 'folders'})`;
  return first === undefined ? [] : [warn(first, `no go.mod at or above it${more}, so it is no unit.`)];
}

function warn(file: string, message: string): ProfileWarning {
  return { file, line: 1, message };
}
