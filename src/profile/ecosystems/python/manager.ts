import type { Evidence } from '../../../domain/evidence.ts';
import type { ManagerName } from '../../../domain/profile.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { firstFound, type Source } from '../../source.ts';
import type { PythonUnit } from './discover.ts';
import { type PythonProject, packageEvidence } from './project.ts';

export type PythonManager = Extract<ManagerName, 'uv' | 'poetry' | 'pdm' | 'pipenv' | 'hatch' | 'pip'>;

/** Which tool installs a unit, and the line that says so. */
export interface ManagerChoice {
  readonly manager: PythonManager;
  readonly lockfile: string | null;
  readonly because: readonly Evidence[];
}

interface ManagerQuery {
  readonly snapshot: Snapshot;
  /** Of the unit, or of the workspace that it shares a lock file with. */
  readonly project: PythonProject;
}

/** What says the manager, best first, else it is pip. A build backend says how a package is built, not who installs it. (detection.md, "Python: choice") */
export const PYTHON_MANAGERS: readonly Source<ManagerQuery, ManagerChoice>[] = [
  locked('uv', 'uv.lock'),
  tabled('uv', ['tool', 'uv']),
  locked('poetry', 'poetry.lock'),
  tabled('poetry', ['tool', 'poetry']),
  locked('pdm', 'pdm.lock'),
  tabled('pdm', ['tool', 'pdm']),
  locked('pipenv', 'Pipfile.lock'),
  { from: '`Pipfile`: pipenv', find: ofPipfile },
  tabled('hatch', ['tool', 'hatch', 'envs']),
];

/** A lock file above counts where a workspace shares it. */
export function findManager(snapshot: Snapshot, { project, workspace }: PythonUnit): ManagerChoice {
  return firstFound(PYTHON_MANAGERS, { snapshot, project: workspace ?? project }) ?? pip(snapshot, project);
}

function locked(manager: PythonManager, name: string): Source<ManagerQuery, ManagerChoice> {
  return {
    from: `\`${name}\`: ${manager}`,
    find: ({ snapshot, project }) => {
      const lockfile = joinPath(project.directory, name);
      if (lockfile === null || !snapshot.has(lockfile)) return null;
      return { manager, lockfile, because: [snapshot.evidence(lockfile, 1)] };
    },
  };
}

function tabled(manager: PythonManager, table: readonly string[]): Source<ManagerQuery, ManagerChoice> {
  return {
    from: `\`[${table.join('.')}]\` of \`pyproject.toml\`: ${manager}`,
    find: ({ project: { pyproject } }) =>
      pyproject.at(table) === undefined ? null : { manager, lockfile: null, because: [pyproject.evidence(table)] },
  };
}

function ofPipfile({ snapshot, project: { pipfile } }: ManagerQuery): ManagerChoice | null {
  if (pipfile.value === undefined) return null;
  return { manager: 'pipenv', lockfile: null, because: [snapshot.evidence(pipfile.file, 1)] };
}

function pip(snapshot: Snapshot, project: PythonProject): ManagerChoice {
  const { compiled, files } = project.requirements;
  const file = compiled ?? files[0];
  const because = file === undefined ? packageEvidence(snapshot, project) : snapshot.evidence(file, 1);
  return { manager: 'pip', lockfile: compiled, because: [because] };
}
