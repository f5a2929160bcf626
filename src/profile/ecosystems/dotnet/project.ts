import type { Evidence } from '../../../domain/evidence.ts';
import { childrenNamed, type Element, readXml } from '../../formats/xml.ts';
import { ancestors, baseName, directoryOf, joinPath } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { holds, type Known } from './condition.ts';

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
  const own = namesOf(file);
  const property = (name: string) => firstProperty({ snapshot, sources, own }, name);
  const known: Known = (name) => own(name) ?? property(name)?.value ?? null;
  return {
    file,
    directory,
    sdk: sdkOf(snapshot, file, root),
    frameworks: property('TargetFrameworks') ?? property('TargetFramework'),
    packages: sources.flatMap((source) => packagesOf(source, known)),
    references: itemsOf(root, 'ProjectReference', known).flatMap(({ attributes }) =>
      pathFrom(directory, attributes.Include),
    ),
    property,
    items: (name) => itemsOf(root, name, known),
  };
}

/** What MSBuild says of the project's own file. (learn.microsoft.com, "MSBuild reserved and well-known properties") */
function namesOf(file: string): Known {
  const path = `/${file}`;
  const name = baseName(file);
  const names = new Map([
    ['msbuildprojectname', name.replace(/\.\w+$/, '')],
    ['msbuildprojectfile', name],
    ['msbuildprojectfullpath', path],
    ['msbuildprojectdirectory', directoryOf(path)],
  ]);
  return (property) => names.get(property.toLowerCase()) ?? null;
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

const IMPORTED = ['Directory.Build.props', 'Directory.Build.targets', 'Directory.Packages.props'];

/** MSBuild imports the nearest of each name, and that one often imports the next one above. */
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

interface Place {
  readonly snapshot: Snapshot;
  readonly sources: readonly Source[];
  readonly own: Known;
}

/** What stands under a condition counts where the project's own name shows that it holds. */
function firstProperty(place: Place, name: string, steps = 0): Property | null {
  const { snapshot, sources, own } = place;
  for (const { file, root } of sources) {
    const found = childrenNamed(root, 'PropertyGroup')
      .filter((group) => applies(group, own))
      .flatMap(({ children }) => children)
      .find((child) => applies(child, own) && child.name.toLowerCase() === name.toLowerCase() && child.text !== '');
    if (found) return resolved({ value: found.text, because: snapshot.evidence(file, found.line) });
  }
  return null;

  /** `$(DefaultFramework)` is what that property says. */
  function resolved(property: Property): Property {
    const name = /^\$\((\w{1,80})\)$/.exec(property.value)?.[1];
    return (name !== undefined && steps < MOST_STEPS && firstProperty(place, name, steps + 1)) || property;
  }
}

/** No person's property stands for more of them. */
const MOST_STEPS = 5;

function packagesOf({ file, root }: Source, known: Known): DotnetProject['packages'] {
  return itemsOf(root, 'PackageReference', known).flatMap(({ attributes, line }) =>
    attributes.Include === undefined ? [] : [{ name: attributes.Include.trim().toLowerCase(), file, line }],
  );
}

function itemsOf(root: Element, name: string, known: Known): readonly Element[] {
  const groups = childrenNamed(root, 'ItemGroup').filter((group) => applies(group, known));
  return groups.flatMap((group) => childrenNamed(group, name)).filter((item) => applies(item, known));
}

/** What stands under a condition that only a build can answer is passed over. */
function applies({ attributes }: Element, known: Known): boolean {
  return attributes.Condition === undefined || holds(attributes.Condition, known) === true;
}
