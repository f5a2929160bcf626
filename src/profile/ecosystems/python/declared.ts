import { isMapping, type Manifest } from '../../formats/manifest.ts';
import { joinPath } from '../../paths.ts';
import { ALWAYS, type Dependency, type Membership, normalName, requirementName } from './dependency.ts';

type Path = readonly string[];

/** The dependencies that a pyproject.toml declares, in every table of the field: the standard's, uv's, Poetry's, PDM's, Hatch's. */
export function pyprojectDependencies(pyproject: Manifest): Dependency[] {
  const group = (name: string): Membership => ({ kind: 'group', name, isOptional: false });
  const lists: [Path, Membership][] = [
    [['project', 'dependencies'], ALWAYS],
    ...named(pyproject, ['project', 'optional-dependencies'], (name) => ({ kind: 'extra', name })),
    ...named(pyproject, ['dependency-groups'], group),
    [['tool', 'uv', 'dev-dependencies'], group('dev')],
    ...named(pyproject, ['tool', 'pdm', 'dev-dependencies'], group),
    [['tool', 'hatch', 'envs', 'default', 'dependencies'], ALWAYS],
  ];
  return [
    ...lists.flatMap(([path, membership]) => inList(pyproject, path, membership)),
    ...poetryTables(pyproject).flatMap(([path, membership]) => inTable(pyproject, path, membership)),
  ];
}

/** The dependencies of a Pipfile. */
export function pipfileDependencies(pipfile: Manifest): Dependency[] {
  return [
    ...inTable(pipfile, ['packages'], ALWAYS),
    ...inTable(pipfile, ['dev-packages'], { kind: 'group', name: 'dev', isOptional: false }),
  ];
}

/** Other folders that are installed from their sources: `{ path = "../shared" }`. */
export function sourceFolders(pyproject: Manifest, directory: string): string[] {
  const tables = [['tool', 'uv', 'sources'], ...poetryTables(pyproject).map(([path]) => path)];
  return tables.flatMap((table) =>
    pyproject.keys(table).flatMap((name) => {
      const source = pyproject.at([...table, name]);
      const path = isMapping(source) && typeof source.path === 'string' ? joinPath(directory, source.path) : null;
      return path === null ? [] : [path];
    }),
  );
}

function named(manifest: Manifest, path: Path, membership: (name: string) => Membership): [Path, Membership][] {
  return manifest.keys(path).map((name) => [[...path, name], membership(name)]);
}

/** Items of a list that are no text, such as `{include-group = "test"}`, are passed over and counted. */
function inList(manifest: Manifest, path: Path, membership: Membership): Dependency[] {
  const list = manifest.at(path);
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, index) => {
    const name = typeof item === 'string' ? requirementName(item) : null;
    return name === null ? [] : [{ name, file: manifest.file, line: manifest.lineOf([...path, index]), membership }];
  });
}

function inTable(manifest: Manifest, path: Path, membership: Membership): Dependency[] {
  return manifest.keys(path).flatMap((key) => {
    const name = normalName(key);
    return name === 'python' ? [] : [{ name, file: manifest.file, line: manifest.lineOf([...path, key]), membership }];
  });
}

function poetryTables(pyproject: Manifest): [Path, Membership][] {
  const poetry = ['tool', 'poetry'];
  const groups = pyproject.keys([...poetry, 'group']).map((name): [Path, Membership] => {
    const isOptional = pyproject.at([...poetry, 'group', name, 'optional']) === true;
    return [[...poetry, 'group', name, 'dependencies'], { kind: 'group', name, isOptional }];
  });
  return [
    [[...poetry, 'dependencies'], ALWAYS],
    [[...poetry, 'dev-dependencies'], { kind: 'group', name: 'dev', isOptional: false }],
    ...groups,
  ];
}
