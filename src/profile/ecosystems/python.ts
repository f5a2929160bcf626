import type { ProfileWarning } from '../../domain/profile.ts';
import { PIPELINES } from '../ci/automation.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { HOOK_FILES } from '../harvest/checks/meant.ts';
import { isWithin } from '../paths.ts';
import type { Found, Snapshot } from '../snapshot.ts';
import { TOOL_FILES } from '../tool-versions.ts';
import { CALLING_SCRIPTS } from './python/calls-elsewhere.ts';
import { pythonCommands } from './python/commands.ts';
import { discover, type PythonUnit } from './python/discover.ts';
import { findManager } from './python/manager.ts';
import { SO_CALLED } from './python/tests.ts';
import { pythonVersion, uvVersion } from './python/version.ts';

/** Python projects: one unit a folder with manifests and sources; a uv workspace is one unit, at its root. */
export const python: Ecosystem = {
  name: 'python',
  reads: [
    '**/pyproject.toml',
    '**/*requirements*.txt',
    '**/requirements/*.txt',
    '**/setup.py',
    '**/setup.cfg',
    '**/Pipfile',
    '**/pdm.lock',
    '**/manage.py',
    '**/tox.ini',
    '**/tox.toml',
    '**/noxfile.py',
    '**/pytest.ini',
    '**/ruff.toml',
    '**/.ruff.toml',
    '**/.pre-commit-config.yaml',
    ...PIPELINES,
    '**/scripts/*.sh',
    '**/Makefile',
    '**/.python-version',
    ...TOOL_FILES,
    '**/runtime.txt',
    '**/Dockerfile',
    '**/*.Dockerfile',
    '**/Dockerfile.*',
    ...SO_CALLED,
    ...HOOK_FILES,
    ...CALLING_SCRIPTS,
  ],
  detect: (snapshot) => {
    const { units, projects } = discover(snapshot);
    const others = new Set(projects.map(({ directory }) => directory));
    const drafts = units.map((unit) => draft(snapshot, unit, others));
    return {
      units: drafts.map(({ value }) => value),
      warnings: [...projects, ...drafts].flatMap(({ warnings }): readonly ProfileWarning[] => warnings),
    };
  },
};

function draft(snapshot: Snapshot, unit: PythonUnit, others: ReadonlySet<string>): Found<UnitDraft> {
  const { project, members, workspace } = unit;
  const { directory } = project;
  const choice = findManager(snapshot, unit);
  const version = pythonVersion(snapshot, unit);
  const commands = pythonCommands({ snapshot, unit, choice, others });
  const all = [project, ...members];
  const named = [
    ...(workspace ? [workspace.pyproject.file] : []),
    ...(choice.lockfile === null ? [] : [choice.lockfile]),
    ...all.flatMap(({ requirements }) => requirements.read),
    ...(version?.because ?? []).map(({ file }) => file),
  ];
  return {
    value: {
      directory,
      ecosystem: 'python',
      manager: choice.manager,
      lockfile: choice.lockfile,
      version,
      versions: uvVersion(unit),
      commands: commands.value,
      alsoOwns: [...new Set(named.filter((file) => !isWithin(directory, file)))],
      dependsOn: [...new Set(all.flatMap(({ folders }) => folders).filter((folder) => !isWithin(directory, folder)))],
      dependencies: all.flatMap(({ dependencies }) =>
        dependencies.map(({ name, file, line }) => ({ name, file, line })),
      ),
    },
    warnings: commands.warnings,
  };
}
