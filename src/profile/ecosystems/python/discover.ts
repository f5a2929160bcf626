import { folderMatcher } from '../../folder-globs.ts';
import { baseName, directoryOf, isWithin, nearestFolder, relativeTo } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { isProject, type PythonProject, readProject } from './project.ts';
import { isRequirements } from './requirements.ts';

/** What is checked together: one project, or a workspace of uv. */
export interface PythonUnit {
  /** Where its commands are run, and what is installed there. */
  readonly project: PythonProject;
  /** The members of a workspace beside it. */
  readonly members: readonly PythonProject[];
  /** The workspace whose lock file it shares, where it is not that workspace itself. */
  readonly workspace: PythonProject | null;
}

export interface Discovered {
  readonly units: readonly PythonUnit[];
  /** All folders with manifests, those that became no unit too: their warnings are still worth saying. */
  readonly projects: readonly PythonProject[];
}

/** Every folder with Python manifests and Python sources of its own, workspaces taken together. */
export function discover(snapshot: Snapshot): Discovered {
  const projects = manifestFolders(snapshot).map((directory) => readProject(snapshot, directory));
  const described = projects.filter(isProject);
  const workspaces = described.map((project) => ({ project, members: membersOf(project, described) }));
  const inWorkspaces = new Set(workspaces.flatMap(({ members }) => members));
  const alive = withCode(snapshot, described);
  const units = workspaces
    .filter(({ project, members }) => !inWorkspaces.has(project) && (alive.has(project) || members.length > 0))
    .map(({ project, members }) => unitOf(project, members));
  return { units, projects };
}

/** A root that only lists one member is that member's lock file and nothing else: what is run, is run in the member. */
function unitOf(project: PythonProject, members: readonly PythonProject[]): PythonUnit {
  const [only] = members;
  const isVirtual = project.pyproject.at(['project']) === undefined;
  return isVirtual && only && members.length === 1
    ? { project: only, members: [], workspace: project }
    : { project, members, workspace: null };
}

const MANIFESTS = new Set(['pyproject.toml', 'setup.py', 'setup.cfg', 'Pipfile']);
/** Hidden folders are other tools', and documentation is built by its own. */
const OTHERS = /(^|\/)(\.[^/]+|docs?)(\/|$)/;
/** Requirements here are for a part of the unit above. */
const PARTS = /(^|\/)(\.[^/]+|docs?|tests?|ci|benchmarks?|requirements)(\/|$)/;

function manifestFolders(snapshot: Snapshot): string[] {
  const found = snapshot.paths.flatMap((path) => {
    const directory = directoryOf(path);
    if (MANIFESTS.has(baseName(path))) return OTHERS.test(directory) ? [] : [directory];
    const above = baseName(directory) === 'requirements' ? directoryOf(directory) : directory;
    return isRequirements(relativeTo(above, path)) && !PARTS.test(above) ? [above] : [];
  });
  return [...new Set(found)];
}

/** The projects that have sources which lie in no project below them. */
function withCode(snapshot: Snapshot, projects: readonly PythonProject[]): ReadonlySet<PythonProject> {
  const byDirectory = new Map(projects.map((project) => [project.directory, project]));
  const found = new Set<PythonProject>();
  for (const path of snapshot.paths) {
    const owner = path.endsWith('.py')
      ? byDirectory.get(nearestFolder(byDirectory, directoryOf(path)) ?? '')
      : undefined;
    if (owner) found.add(owner);
  }
  return found;
}

/** The members of a uv workspace: globs over folders, with exceptions. */
function membersOf({ directory, pyproject }: PythonProject, projects: readonly PythonProject[]): PythonProject[] {
  const workspace = ['tool', 'uv', 'workspace'];
  const included = pyproject.texts([...workspace, 'members']);
  if (included.length === 0) return [];
  const excluded = pyproject.texts([...workspace, 'exclude']).map((glob) => `!${glob}`);
  const matches = folderMatcher([...included, ...excluded]);
  return projects.filter(
    (other) =>
      other.directory !== directory &&
      isWithin(directory, other.directory) &&
      other.pyproject.at(['project']) !== undefined &&
      matches(relativeTo(directory, other.directory)),
  );
}
