import type { Dependency } from './dependency.ts';
import { pipSelection } from './install.ts';
import type { ManagerChoice, PythonManager } from './manager.ts';
import type { PythonProject } from './project.ts';

export interface ToolQuery {
  readonly choice: ManagerChoice;
  /** The projects whose dependencies are installed where it is run, that of the folder first. */
  readonly installed: readonly PythonProject[];
  readonly name: string;
}

/** A tool that the install command brings. */
export interface InstalledTool {
  /** What stands before its name on the command line. */
  readonly prefix: string;
  readonly declared: Dependency;
}

/** The tool as a declared dependency that is installed; null where it is none: a command must not fail for want of its program. */
export function installedTool(query: ToolQuery): InstalledTool | null {
  const { choice, installed, name } = query;
  for (const project of installed) {
    const found = project.dependencies.filter((one) => one.name === name && isInstalled(choice, project, one));
    const [declared] = [...found].sort((a, b) => rank(a) - rank(b));
    if (declared) return { prefix: prefixFor(choice, installed, declared), declared };
  }
  return null;
}

/** How any program of the unit's environment is started. */
export function prefixOf({ manager }: ManagerChoice): string {
  switch (manager) {
    case 'uv':
    case 'poetry':
    case 'pdm':
    case 'pipenv':
    case 'hatch':
      return `${manager} run `;
    case 'pip':
      return '';
  }
}

/** What is always there before what a group brings, and that before what pipelines install. */
function rank({ membership }: Dependency): number {
  return membership.kind === 'pipeline' ? 2 : membership.kind === 'group' ? 1 : 0;
}

/**
 * pip brings the extras and groups of the usual names, and what pipelines install, Hatch's environment neither; the others bring all that their
 * manifest declares.
 */
function isInstalled({ manager }: ManagerChoice, project: PythonProject, { file, membership }: Dependency): boolean {
  if (membership.kind === 'pipeline') return manager === 'pip';
  if (!isReadBy(manager, project, file)) return false;
  if ((manager !== 'pip' && manager !== 'hatch') || membership.kind === 'always') return true;
  const { extras, groups } = manager === 'pip' ? pipSelection(project) : { extras: [], groups: [] };
  return (membership.kind === 'extra' ? extras : groups).includes(membership.name);
}

/** A requirement file beside uv's or Poetry's manifest is an export for others, and a Pipfile is Pipenv's alone. */
function isReadBy(manager: PythonManager, { pipfile, requirements }: PythonProject, file: string): boolean {
  if (file === pipfile.file) return manager === 'pipenv';
  return manager === 'pip' || (manager !== 'pipenv' && !requirements.read.includes(file));
}

/** uv installs the default groups, `dev` if nothing else is said; another group is named to `uv run`, which then installs it. */
function prefixFor(choice: ManagerChoice, installed: readonly PythonProject[], { membership }: Dependency): string {
  if (choice.manager !== 'uv' || membership.kind !== 'group') return prefixOf(choice);
  const defaults = installed.flatMap(({ pyproject }) => defaultGroups(pyproject.at(['tool', 'uv', 'default-groups'])));
  const isDefault = ['dev', 'all', ...defaults].some((name) => name === membership.name || name === '*');
  return isDefault ? prefixOf(choice) : `uv run --group ${membership.name} `;
}

function defaultGroups(written: unknown): string[] {
  if (written === 'all') return ['*'];
  return Array.isArray(written) ? written.filter((name) => typeof name === 'string') : [];
}
