import type { ProfileWarning } from '../../../domain/profile.ts';
import { linesOf } from '../../lines.ts';
import { isMapping, type Manifest, manifestOf } from '../../manifest.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { readToml } from '../../toml.ts';

export interface Dependency {
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

/** What a folder's Python manifests say. */
export interface PythonProject {
  readonly directory: string;
  /** The file's value is undefined where there is none. */
  readonly pyproject: Manifest;
  /** Paths of the requirement files, in the order in which they are installed. */
  readonly requirements: readonly string[];
  readonly dependencies: readonly Dependency[];
  /** Globs of uv's workspace members. */
  readonly members: readonly string[];
  readonly localDependencies: readonly string[];
  readonly warnings: readonly ProfileWarning[];
}

/** Reads pyproject.toml and the requirement files of a folder. */
export function readProject(snapshot: Snapshot, directory: string): PythonProject {
  const file = joinPath(directory, 'pyproject.toml') ?? 'pyproject.toml';
  const { value: pyproject, warnings } = snapshot.has(file)
    ? readToml(snapshot, file)
    : { value: manifestOf(snapshot, file, undefined, () => 1), warnings: [] };
  const requirements = requirementFiles(snapshot, directory);
  return {
    directory,
    pyproject,
    requirements,
    dependencies: [
      ...pyprojectDependencies(pyproject),
      ...requirements.flatMap((path) => requirementLines(snapshot, path)),
    ],
    members: pyproject.texts(['tool', 'uv', 'workspace', 'members']),
    localDependencies: localSources(pyproject, directory),
    warnings,
  };
}

const REQUIREMENT_FILES = [
  'requirements.txt',
  'requirements-dev.txt',
  'dev-requirements.txt',
  'requirements-test.txt',
  'test-requirements.txt',
  'requirements/dev.txt',
  'requirements/test.txt',
  'requirements_dev.txt',
];

function requirementFiles(snapshot: Snapshot, directory: string): string[] {
  return REQUIREMENT_FILES.flatMap((name) => joinPath(directory, name) ?? []).filter((path) => snapshot.has(path));
}

function requirementLines(snapshot: Snapshot, file: string): Dependency[] {
  return linesOf(snapshot.text(file) ?? '').flatMap(({ text, number }) => {
    const name = requirementName(text);
    return name === null ? [] : [{ name, file, line: number }];
  });
}

/** The distribution's name in a requirement of PEP 508, in the normal form of PEP 503. */
export function requirementName(requirement: string): string | null {
  const name = /^\s*([A-Za-z0-9][A-Za-z0-9._-]*)/.exec(requirement)?.[1];
  return name === undefined ? null : name.toLowerCase().replace(/[._-]+/g, '-');
}

function pyprojectDependencies(pyproject: Manifest): Dependency[] {
  const { file } = pyproject;
  const groups = [
    ['project', 'dependencies'],
    ...pyproject.keys(['project', 'optional-dependencies']).map((name) => ['project', 'optional-dependencies', name]),
    ...pyproject.keys(['dependency-groups']).map((name) => ['dependency-groups', name]),
    ['tool', 'uv', 'dev-dependencies'],
  ];
  const listed = groups.flatMap((path) =>
    pyproject.texts(path).flatMap((text, index) => {
      const name = requirementName(text);
      return name === null ? [] : [{ name, file, line: pyproject.lineOf([...path, index]) }];
    }),
  );
  return [...listed, ...poetryDependencies(pyproject)];
}

function poetryDependencies(pyproject: Manifest): Dependency[] {
  const poetry = ['tool', 'poetry'];
  const tables = [
    [...poetry, 'dependencies'],
    [...poetry, 'dev-dependencies'],
    ...pyproject.keys([...poetry, 'group']).map((name) => [...poetry, 'group', name, 'dependencies']),
  ];
  return tables.flatMap((path) =>
    pyproject.keys(path).flatMap((key) => {
      const name = requirementName(key);
      return name === null || name === 'python'
        ? []
        : [{ name, file: pyproject.file, line: pyproject.lineOf([...path, key]) }];
    }),
  );
}

/** `{ path = "../shared" }`: another folder of the repository. */
function localSources(pyproject: Manifest, directory: string): string[] {
  return [
    ['tool', 'uv', 'sources'],
    ['tool', 'poetry', 'dependencies'],
  ].flatMap((table) =>
    pyproject.keys(table).flatMap((name) => {
      const source = pyproject.at([...table, name]);
      const path = isMapping(source) && typeof source.path === 'string' ? joinPath(directory, source.path) : null;
      return path === null ? [] : [path];
    }),
  );
}
