import type { Evidence } from '../../../domain/evidence.ts';
import type { Command } from '../../../domain/profile.ts';
import { joinPath, relativeTo } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Dependency } from './dependency.ts';
import type { PythonUnit } from './discover.ts';
import type { ManagerChoice } from './manager.ts';
import { pdmGroups } from './pdm.ts';
import { isPackage, type PythonProject, packageEvidence } from './project.ts';
import { CHECKERS } from './tools.ts';
import { uvGroups } from './uv-groups.ts';

export interface InstallInput {
  readonly snapshot: Snapshot;
  readonly unit: PythonUnit;
  readonly choice: ManagerChoice;
}

/** What brings the dependencies, as the lock file has them where there is one. (detection.md, rows of Python) */
export function installCommands({ snapshot, unit, choice }: InstallInput): Command[] {
  const { project } = unit;
  const { directory } = project;
  const { manager, lockfile, because } = choice;
  const one = (run: string, ...more: readonly Evidence[]): Command[] => [
    { run, directory, because: [...because, ...more] },
  ];
  switch (manager) {
    case 'uv':
      return uvInstall({ snapshot, unit, choice });
    case 'poetry':
      return [
        ...(lockfile === null ? [] : one('poetry check --lock')),
        ...one(`poetry install --no-interaction --all-extras${poetryOptions(snapshot, project)}`),
      ];
    case 'pdm':
      return one(`pdm install${lockfile === null ? '' : ' --check'}${pdmGroups(snapshot, project)}`);
    case 'pipenv':
      return one(`pipenv install${lockfile === null ? '' : ' --deploy'} --dev`);
    case 'hatch':
      // Hatch makes an environment when something is run in it.
      return [];
    case 'pip':
      return [...pipInstall(snapshot, project), ...broughtInstall(snapshot, project)];
  }
}

/** Extras and groups that are declared to conflict cannot be installed together. */
function uvInstall({ snapshot, unit, choice: { lockfile, because } }: InstallInput): Command[] {
  const { project, workspace, members } = unit;
  const conflicts = ['tool', 'uv', 'conflicts'];
  const hasConflicts = [project, workspace].some((one) => one && one.pyproject.at(conflicts) !== undefined);
  const groups = hasConflicts ? { options: '', because: [] } : uvGroups(snapshot, unit);
  const locked = lockfile === null ? '' : ' --locked';
  const packages = members.length > 0 ? ' --all-packages' : '';
  const run = `uv sync${locked}${hasConflicts ? '' : ' --all-extras'} --dev${groups.options}${packages}`;
  return [{ run, directory: project.directory, because: [...because, ...groups.because] }];
}

/** Optional groups that hold a checker are asked for, and a root without a package of its name is not installed: Poetry would refuse. */
function poetryOptions(snapshot: Snapshot, project: PythonProject): string {
  const optional = project.dependencies.flatMap(({ name, membership }) =>
    membership.kind === 'group' && membership.isOptional && CHECKERS.has(name) ? [membership.name] : [],
  );
  const groups = optional.length > 0 ? ` --with ${[...new Set(optional)].join(',')}` : '';
  return groups + (hasPoetryPackage(snapshot, project) ? '' : ' --no-root');
}

function hasPoetryPackage(snapshot: Snapshot, { directory, pyproject }: PythonProject): boolean {
  const poetry = ['tool', 'poetry'];
  if (pyproject.at([...poetry, 'package-mode']) === false) return true;
  if (pyproject.at([...poetry, 'packages']) !== undefined) return true;
  const name = pyproject.text([...poetry, 'name']) ?? pyproject.text(['project', 'name']);
  const module = (name ?? '').toLowerCase().replace(/[.-]+/g, '_');
  const files = [`${module}.py`, `src/${module}.py`].flatMap((path) => joinPath(directory, path) ?? []);
  const folders = [module, `src/${module}`].flatMap((path) => joinPath(directory, path) ?? []);
  return (
    module !== '' &&
    (files.some((path) => snapshot.has(path)) || folders.some((folder) => snapshot.within(folder).length > 0))
  );
}

/** The extras and groups that hold what checks need, by their usual names. */
const FOR_CHECKS = ['dev', 'test', 'tests', 'testing', 'lint', 'linting', 'typing', 'types'];

/** The names of the extras and of the groups that pip is asked for: a group that holds a checker is one by any name. */
export function pipSelection({ pyproject, dependencies }: Pick<PythonProject, 'pyproject' | 'dependencies'>): {
  readonly extras: readonly string[];
  readonly groups: readonly string[];
} {
  const existing = (path: readonly string[]) =>
    FOR_CHECKS.filter((name) => pyproject.at([...path, name]) !== undefined);
  const holding = dependencies.flatMap(({ name, membership }) =>
    membership.kind === 'group' && CHECKERS.has(name) ? [membership.name] : [],
  );
  const groups = pyproject.keys(['dependency-groups']).filter((name) => holding.includes(name));
  return {
    extras: existing(['project', 'optional-dependencies']),
    groups: [...new Set([...existing(['dependency-groups']), ...groups])],
  };
}

function pipInstall(snapshot: Snapshot, project: PythonProject): Command[] {
  const { directory, requirements, pyproject } = project;
  const { extras, groups } = pipSelection(project);
  const own =
    isPackage(project) && canBuild(project) ? [extras.length > 0 ? `-e ".[${extras.join(',')}]"` : '-e .'] : [];
  const parts = [
    ...requirements.files.map((path) => `-r ${relativeTo(directory, path)}`),
    ...own,
    ...groups.map((name) => `--group ${name}`),
  ];
  const because = [
    ...requirements.files.map((path) => snapshot.evidence(path, 1)),
    ...(own.length > 0 ? [packageEvidence(snapshot, project)] : []),
    ...groups.map((name) => pyproject.evidence(['dependency-groups', name])),
  ];
  return parts.length === 0 ? [] : [{ run: `pip install ${parts.join(' ')}`, directory, because }];
}

/** What pipelines install beside what the project brings by itself. */
function broughtInstall(snapshot: Snapshot, project: PythonProject): Command[] {
  const { directory, dependencies } = project;
  const { extras, groups } = pipSelection(project);
  const isOwn = ({ membership }: Dependency) =>
    membership.kind === 'always' ||
    (membership.kind === 'extra' && extras.includes(membership.name)) ||
    (membership.kind === 'group' && groups.includes(membership.name));
  const own = new Set(dependencies.filter(isOwn).map(({ name }) => name));
  const brought = dependencies.flatMap(({ name, file, line, membership }) =>
    membership.kind === 'pipeline' && !own.has(name) ? [{ requirement: membership.requirement, file, line }] : [],
  );
  if (brought.length === 0) return [];
  const words = brought.map(({ requirement }) => (/^[\w.-]+$/.test(requirement) ? requirement : `"${requirement}"`));
  const lines = new Map(brought.map(({ file, line }) => [`${file}:${line}`, snapshot.evidence(file, line)]));
  return [{ run: `pip install ${words.join(' ')}`, directory, because: [...lines.values()] }];
}

/** Beside requirement files a project that names no build system is an application, and one that they install needs no second time. */
function canBuild({ directory, pyproject, requirements, setup }: PythonProject): boolean {
  if (requirements.folders.includes(directory)) return false;
  return requirements.files.length === 0 || setup !== null || pyproject.at(['build-system']) !== undefined;
}
