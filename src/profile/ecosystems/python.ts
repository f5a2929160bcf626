import type { ProfileWarning } from '../../domain/profile.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { baseName, directoryOf, isWithin } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { pythonCommands } from './python/commands.ts';
import { findManager } from './python/manager.ts';
import { type PythonProject, readProject } from './python/project.ts';
import { pythonVersion } from './python/version.ts';

/** Python projects: one unit a folder with a manifest; a uv workspace is one unit, at its root. */
export const python: Ecosystem = {
  name: 'python',
  reads: [
    '**/pyproject.toml',
    '**/requirements*.txt',
    '**/requirements/*.txt',
    '**/setup.py',
    '**/setup.cfg',
    '**/Pipfile',
    '**/.python-version',
    '**/runtime.txt',
    '**/tox.ini',
    '**/mypy.ini',
    '**/.pre-commit-config.yaml',
    '**/.tool-versions',
    '**/mise.toml',
    '**/Dockerfile',
    '**/*.Dockerfile',
    '**/Dockerfile.*',
  ],
  detect: (snapshot) => {
    const directories = [...new Set(snapshot.paths.filter(isManifest).map(directoryOf))].filter((directory) =>
      hasCode(snapshot, directory),
    );
    const projects = directories.map((directory) => readProject(snapshot, directory));
    const members = new Set(
      projects.flatMap(({ members: globs, directory }) =>
        globs.flatMap((glob) => matchingFolders(directories, directory, glob)),
      ),
    );
    const own = projects.filter(({ directory }) => !members.has(directory));
    return {
      units: own.map((project) => draft(snapshot, project)),
      warnings: projects.flatMap(({ warnings }): readonly ProfileWarning[] => warnings),
    };
  },
};

const MANIFESTS = new Set(['pyproject.toml', 'requirements.txt', 'setup.py', 'Pipfile']);

function isManifest(path: string): boolean {
  return MANIFESTS.has(baseName(path)) && !/(^|\/)docs?\//.test(path);
}

/** Requirements alone, without a line of Python near them, are somebody's notes. */
function hasCode(snapshot: Snapshot, directory: string): boolean {
  return snapshot.paths.some((path) => path.endsWith('.py') && isWithin(directory, path));
}

/** `packages/*` and plain folders, as uv writes its members. */
function matchingFolders(directories: readonly string[], root: string, glob: string): string[] {
  const whole = root === '.' ? glob : `${root}/${glob}`;
  return directories.filter((directory) =>
    whole.endsWith('/*')
      ? directoryOf(directory) === whole.slice(0, -2) && directory !== root
      : directory === whole.replace(/\/$/, ''),
  );
}

function draft(snapshot: Snapshot, project: PythonProject): UnitDraft {
  const choice = findManager(snapshot, project);
  return {
    directory: project.directory,
    ecosystem: 'python',
    manager: choice.manager,
    lockfile: choice.lockfile,
    version: pythonVersion(snapshot, project),
    versions: [],
    commands: pythonCommands({ snapshot, project, choice }),
    alsoOwns: choice.lockfile !== null && !isWithin(project.directory, choice.lockfile) ? [choice.lockfile] : [],
    dependsOn: project.localDependencies,
    dependencies: project.dependencies,
  };
}
