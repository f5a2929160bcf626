import type { Evidence } from '../../../domain/evidence.ts';
import { childrenNamed, type Element, readXml } from '../../formats/xml.ts';
import { ancestors, directoryOf, joinPath } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';

/** A value of a project file, and the line that it stands on. */
export interface Property {
  readonly value: string;
  readonly because: Evidence;
}

/** A project of MSBuild, with what it takes from the files above that MSBuild imports by itself. */
export interface DotnetProject {
  readonly file: string;
  readonly directory: string;
  /** `Microsoft.NET.Sdk.Web`; null for a project of the .NET Framework, which only Windows builds. */
  readonly sdk: Property | null;
  /** Its first line that says what it targets. */
  readonly frameworks: Property | null;
  readonly packages: readonly { readonly name: string; readonly file: string; readonly line: number }[];
  /** Paths of the projects that it is built from. */
  readonly references: readonly string[];
  /** A property of the project, else of the nearest file above it that has it. Names are without case. */
  property(name: string): Property | null;
  /** Its own items of that kind. */
  items(name: string): readonly Element[];
}

/** Reads projects, and the Directory.Build files above them, each once. */
export function readProjects(snapshot: Snapshot, files: readonly string[]): Found<readonly DotnetProject[]> {
  const asked = new Set<string>();
  const read = (file: string) => {
    asked.add(file);
    return readXml(snapshot, file);
  };
  return {
    value: files.flatMap((file) => projectOf(snapshot, file, read) ?? []),
    warnings: [...asked].flatMap((file) => readXml(snapshot, file).warnings),
  };
}

type Read = (file: string) => Found<Element | null>;

function projectOf(snapshot: Snapshot, file: string, read: Read): DotnetProject | null {
  const { value: root } = read(file);
  if (root === null) return null;
  const directory = directoryOf(file);
  const sources = [{ file, root }, ...importedAbove(snapshot, directory, read)];
  const property = (name: string) => firstProperty(snapshot, sources, name);
  return {
    file,
    directory,
    sdk: sdkOf(snapshot, file, root),
    frameworks: property('TargetFrameworks') ?? property('TargetFramework'),
    packages: sources.flatMap(packagesOf),
    references: itemsOf(root, 'ProjectReference').flatMap(({ attributes }) => pathFrom(directory, attributes.Include)),
    property,
    items: (name) => itemsOf(root, name),
  };
}

/** A path as project files write it, with either slash; nothing where a property stands in it or it leaves the repository. */
export function pathFrom(directory: string, written: string | undefined): string[] {
  if (written === undefined || written === '' || /[$*;]/.test(written)) return [];
  const path = joinPath(directory, written.replaceAll('\\', '/'));
  return path === null ? [] : [path];
}

interface Source {
  readonly file: string;
  readonly root: Element;
}

const IMPORTED = ['Directory.Build.props', 'Directory.Build.targets'];

/** MSBuild imports the nearest of each name, and that one often imports the next one above. What they say under a condition is passed over. */
function importedAbove(snapshot: Snapshot, directory: string, read: Read): Source[] {
  const files = ancestors(directory).flatMap((folder) => IMPORTED.flatMap((name) => joinPath(folder, name) ?? []));
  return files.flatMap((file) => {
    if (snapshot.text(file) === null) return [];
    const root = read(file).value;
    return root ? [{ file, root }] : [];
  });
}

function sdkOf(snapshot: Snapshot, file: string, root: Element): Property | null {
  const element =
    childrenNamed(root, 'Sdk')[0] ?? childrenNamed(root, 'Import').find(({ attributes }) => attributes.Sdk);
  const value = root.attributes.Sdk ?? element?.attributes.Name ?? element?.attributes.Sdk;
  if (value === undefined) return null;
  return { value, because: snapshot.evidence(file, (root.attributes.Sdk ? root : element)?.line ?? 1) };
}

function firstProperty(snapshot: Snapshot, sources: readonly Source[], name: string, steps = 0): Property | null {
  for (const { file, root } of sources) {
    const found = childrenNamed(root, 'PropertyGroup')
      .filter(isUnconditional)
      .flatMap(({ children }) => children)
      .find((child) => isUnconditional(child) && child.name.toLowerCase() === name.toLowerCase() && child.text !== '');
    if (found) return resolved({ value: found.text, because: snapshot.evidence(file, found.line) });
  }
  return null;

  /** `$(DefaultFramework)` is what that property says. */
  function resolved(property: Property): Property {
    const name = /^\$\((\w{1,80})\)$/.exec(property.value)?.[1];
    return (name !== undefined && steps < MOST_STEPS && firstProperty(snapshot, sources, name, steps + 1)) || property;
  }
}

/** No person's property stands for more of them. */
const MOST_STEPS = 5;

function packagesOf({ file, root }: Source): DotnetProject['packages'] {
  return itemsOf(root, 'PackageReference').flatMap(({ attributes, line }) =>
    attributes.Include === undefined ? [] : [{ name: attributes.Include.trim().toLowerCase(), file, line }],
  );
}

function itemsOf(root: Element, name: string): readonly Element[] {
  const groups = childrenNamed(root, 'ItemGroup').filter(isUnconditional);
  return groups.flatMap((group) => childrenNamed(group, name)).filter(isUnconditional);
}

function isUnconditional({ attributes }: Element): boolean {
  return attributes.Condition === undefined;
}
