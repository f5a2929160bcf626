import type { Evidence } from '../../../domain/evidence.ts';
import type { ManagerName } from '../../../domain/profile.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { PythonUnit } from './discover.ts';
import { type PythonProject, packageEvidence } from './project.ts';

export type PythonManager = Extract<ManagerName, 'uv' | 'poetry' | 'pdm' | 'pipenv' | 'hatch' | 'pip'>;

/** Which tool installs a unit, and the line that says so. */
export interface ManagerChoice {
  readonly manager: PythonManager;
  readonly lockfile: string | null;
  readonly because: readonly Evidence[];
}

/** A lock file before a table of pyproject.toml, tool by tool in this order, else pip. (detection.md, "Python: choice") */
const LOCKED = [
  { manager: 'uv', lock: 'uv.lock', table: ['tool', 'uv'] },
  { manager: 'poetry', lock: 'poetry.lock', table: ['tool', 'poetry'] },
  { manager: 'pdm', lock: 'pdm.lock', table: ['tool', 'pdm'] },
] as const;

/** A lock file above counts where a workspace shares it. A build backend says how a package is built, not who installs it. */
export function findManager(snapshot: Snapshot, { project, workspace }: PythonUnit): ManagerChoice {
  const { directory, pyproject, pipfile } = workspace ?? project;
  const locked = (manager: PythonManager, name: string): ManagerChoice[] => {
    const lockfile = joinPath(directory, name);
    if (lockfile === null || !snapshot.has(lockfile)) return [];
    return [{ manager, lockfile, because: [snapshot.evidence(lockfile, 1)] }];
  };
  const tabled = (manager: PythonManager, table: readonly string[]): ManagerChoice[] =>
    pyproject.at(table) === undefined ? [] : [{ manager, lockfile: null, because: [pyproject.evidence(table)] }];
  const [choice] = [
    ...LOCKED.flatMap(({ manager, lock, table }) => [...locked(manager, lock), ...tabled(manager, table)]),
    ...locked('pipenv', 'Pipfile.lock'),
    ...(pipfile.value === undefined ? [] : [unlocked('pipenv', snapshot.evidence(pipfile.file, 1))]),
    ...tabled('hatch', ['tool', 'hatch', 'envs']),
  ];
  return choice ?? pip(snapshot, project);
}

function unlocked(manager: PythonManager, because: Evidence): ManagerChoice {
  return { manager, lockfile: null, because: [because] };
}

function pip(snapshot: Snapshot, project: PythonProject): ManagerChoice {
  const { compiled, files } = project.requirements;
  const file = compiled ?? files[0];
  const because = file === undefined ? packageEvidence(snapshot, project) : snapshot.evidence(file, 1);
  return { manager: 'pip', lockfile: compiled, because: [because] };
}
