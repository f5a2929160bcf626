import type { Evidence } from '../../../domain/evidence.ts';
import type { ManagerName } from '../../../domain/profile.ts';
import { nearest } from '../../nearest.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { PythonProject } from './project.ts';

/** Which tool installs a project, and the line that says so. */
export interface ManagerChoice {
  readonly manager: Extract<ManagerName, 'uv' | 'poetry' | 'pdm' | 'pipenv' | 'hatch' | 'pip'>;
  readonly lockfile: string | null;
  readonly because: readonly Evidence[];
}

/** Lock files first, in this order, then tables of pyproject.toml; else pip. (detection.md, "Python: choice") */
const LOCKED = [
  ['uv', 'uv.lock'],
  ['poetry', 'poetry.lock'],
  ['pdm', 'pdm.lock'],
  ['pipenv', 'Pipfile.lock'],
] as const;
const TABLES = ['uv', 'poetry', 'pdm', 'hatch'] as const;

/** A lock file above counts for uv's workspaces alone: the others have none. */
export function findManager(snapshot: Snapshot, { directory, pyproject, requirements }: PythonProject): ManagerChoice {
  for (const [manager, name] of LOCKED) {
    const own = joinPath(directory, name) ?? name;
    const lockfile = snapshot.has(own)
      ? own
      : manager === 'uv' && pyproject.value !== undefined
        ? nearest(snapshot, directory, [name])
        : null;
    if (lockfile !== null) return { manager, lockfile, because: [snapshot.evidence(lockfile, 1)] };
  }
  const table = TABLES.find((name) => pyproject.at(['tool', name]) !== undefined);
  if (table !== undefined) return { manager: table, lockfile: null, because: [pyproject.evidence(['tool', table])] };
  const pipfile = joinPath(directory, 'Pipfile') ?? 'Pipfile';
  if (snapshot.has(pipfile)) return { manager: 'pipenv', lockfile: null, because: [snapshot.evidence(pipfile, 1)] };
  const [file = pyproject.file] = requirements;
  const because = snapshot.has(file) ? file : (joinPath(directory, 'setup.py') ?? 'setup.py');
  return { manager: 'pip', lockfile: null, because: [snapshot.evidence(because, 1)] };
}
