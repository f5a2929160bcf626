import type { Snapshot } from '../../snapshot.ts';
import type { PythonUnit } from './discover.ts';
import type { ManagerChoice } from './manager.ts';
import type { PythonProject } from './project.ts';

/** A unit with what is known of it, for the rules that make its commands. */
export interface Place {
  readonly snapshot: Snapshot;
  readonly unit: PythonUnit;
  readonly choice: ManagerChoice;
  /** Folders of every project of the repository. */
  readonly others: ReadonlySet<string>;
}

/** The projects of a unit: the root, then the members of its workspace. */
export function projectsOf({ unit }: Place): readonly PythonProject[] {
  return [unit.project, ...unit.members];
}

/** The projects whose dependencies are there when something is run in one of them. */
export function installedWith({ unit }: Place, project: PythonProject): readonly PythonProject[] {
  const rest = [unit.project, ...unit.members].filter((other) => other !== project);
  return [project, ...rest];
}
