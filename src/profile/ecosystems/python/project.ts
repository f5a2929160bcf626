import type { Evidence } from '../../../domain/evidence.ts';
import type { ProfileWarning } from '../../../domain/profile.ts';
import { type Manifest, manifestOf } from '../../formats/manifest.ts';
import { readToml } from '../../formats/toml.ts';
import { joinPath } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { broughtPackages } from './brought.ts';
import { pipfileDependencies, pyprojectDependencies, sourceFolders } from './declared.ts';
import type { Dependency } from './dependency.ts';
import { type Requirements, readRequirements } from './requirements.ts';
import { readSetup, type SetupScript } from './setup-script.ts';

/** What a folder's Python manifests say. */
export interface PythonProject {
  readonly directory: string;
  /** Undefined values where there is no file, or one that cannot be read. */
  readonly pyproject: Manifest;
  readonly pipfile: Manifest;
  readonly requirements: Requirements;
  readonly setup: SetupScript | null;
  readonly dependencies: readonly Dependency[];
  /** Other folders that it is installed from. */
  readonly folders: readonly string[];
  readonly warnings: readonly ProfileWarning[];
}

/** Reads every Python manifest of a folder. */
export function readProject(snapshot: Snapshot, directory: string): PythonProject {
  const pyproject = tomlAt(snapshot, directory, 'pyproject.toml');
  const pipfile = tomlAt(snapshot, directory, 'Pipfile');
  const requirements = readRequirements(snapshot, directory);
  const setup = readSetup(snapshot, directory);
  return {
    directory,
    pyproject: pyproject.value,
    pipfile: pipfile.value,
    requirements,
    setup,
    dependencies: [
      ...pyprojectDependencies(pyproject.value),
      ...pipfileDependencies(pipfile.value),
      ...requirements.dependencies,
      ...(setup?.dependencies ?? []),
      ...broughtPackages(snapshot, directory),
    ],
    folders: [...sourceFolders(pyproject.value, directory), ...requirements.folders].filter(
      (folder) => folder !== directory,
    ),
    warnings: [...pyproject.warnings, ...pipfile.warnings],
  };
}

/** A pyproject.toml that only configures tools describes nothing to install. */
const SUBSTANCE = [
  ['project'],
  ['build-system'],
  ['dependency-groups'],
  ['tool', 'poetry'],
  ['tool', 'uv'],
  ['tool', 'pdm'],
  ['tool', 'hatch', 'envs'],
];

/** Whether the folder's manifests describe something to install. */
export function isProject({ pyproject, pipfile, requirements, setup }: PythonProject): boolean {
  return (
    SUBSTANCE.some((path) => pyproject.at(path) !== undefined) ||
    pipfile.value !== undefined ||
    requirements.files.length > 0 ||
    setup !== null
  );
}

/** Whether it can itself be installed as a package. */
export function isPackage({ pyproject, setup }: PythonProject): boolean {
  return setup !== null || pyproject.at(['build-system']) !== undefined || pyproject.text(['project', 'name']) !== null;
}

/** The line that describes what is installed. */
export function packageEvidence(snapshot: Snapshot, { pyproject, setup }: PythonProject): Evidence {
  const table = [['project'], ['build-system'], ['dependency-groups']].find((path) => pyproject.at(path) !== undefined);
  if (table) return pyproject.evidence(table);
  return snapshot.evidence(setup?.file ?? pyproject.file, 1);
}

function tomlAt(snapshot: Snapshot, directory: string, name: string): Found<Manifest> {
  const file = joinPath(directory, name) ?? name;
  return snapshot.text(file) === null
    ? { value: manifestOf(snapshot, file, undefined, () => 1), warnings: [] }
    : readToml(snapshot, file);
}
