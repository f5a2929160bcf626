import type { Evidence } from '../../../domain/evidence.ts';
import { isMapping, type Manifest } from '../../formats/manifest.ts';
import { readYamlManifest } from '../../formats/yaml.ts';
import { ancestors, baseName, directoryOf, isWithin, joinPath } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { systemStep } from '../../system-tests.ts';

/** A chart that another one needs. */
export interface ChartDependency {
  readonly name: string;
  /** `https://…`, `oci://…`, `file://…`, `@name`; empty where it lies in `charts/`. */
  readonly repository: string;
  /** The folder of the repository that `file://` means; null for the others. */
  readonly folder: string | null;
  readonly because: Evidence;
}

/** A chart by its Chart.yaml. */
export interface Chart {
  readonly directory: string;
  /** The line of its name. */
  readonly because: Evidence;
  /** It gives templates to others, and nothing can be installed of it. */
  readonly isLibrary: boolean;
  readonly dependencies: readonly ChartDependency[];
  readonly lockfile: string | null;
}

/**
 * The charts of a repository. A chart in another one's `charts/` is a part of that one; what lies in folders of tests is their material.
 * (helm.sh/docs, "Charts")
 */
export function readCharts(snapshot: Snapshot): Found<readonly Chart[]> {
  const files = snapshot.paths.filter((path) => baseName(path) === 'Chart.yaml' && !isForTests(path));
  const folders = new Set(files.map(directoryOf));
  const own = files.filter((file) => !isSubchart(directoryOf(file), folders) && rendersManifests(snapshot, file));
  const found = own.map((file) => readChart(snapshot, file));
  return { value: found.flatMap(({ value }) => value ?? []), warnings: found.flatMap(({ warnings }) => warnings) };
}

function isForTests(path: string): boolean {
  const folder = directoryOf(path);
  return systemStep(folder) !== null || /(?:^|\/)(?:tests?|test-?charts?|testdata\w*|testing)(?:\/|$)/i.test(folder);
}

/** Whether it lies in `charts/` of a folder that is a chart itself. */
function isSubchart(directory: string, folders: ReadonlySet<string>): boolean {
  return ancestors(directory).some((folder) => baseName(folder) === 'charts' && folders.has(directoryOf(folder)));
}

/** Folders of templates without one file that may be a template are other programs' own: `helm lint` refuses them. (helm, "pkg/chart/v2/lint/rules/template.go") */
function rendersManifests(snapshot: Snapshot, file: string): boolean {
  const templates = joinPath(directoryOf(file), 'templates') ?? '';
  const files = snapshot.namesIn(templates);
  return files.length === 0 || files.length < snapshot.entriesIn(templates).length || files.some(isTemplate);
}

function isTemplate(name: string): boolean {
  return /\.(?:ya?ml|tpl|txt)$/.test(name);
}

function readChart(snapshot: Snapshot, file: string): Found<Chart | null> {
  const { value: manifest, warnings } = readYamlManifest(snapshot, file);
  if (manifest.text(['name']) === null || manifest.at(['version']) === undefined) return { value: null, warnings };
  const directory = directoryOf(file);
  const beside = (other: string) => joinPath(directory, other) ?? other;
  const lockfile = [beside('Chart.lock'), beside('requirements.lock')].find((path) => snapshot.has(path)) ?? null;
  const old = beside('requirements.yaml');
  const former = snapshot.has(old) ? readYamlManifest(snapshot, old) : null;
  return {
    value: {
      directory,
      because: manifest.evidence(['name']),
      isLibrary: manifest.text(['type']) === 'library',
      dependencies: [manifest, ...(former ? [former.value] : [])].flatMap((one) => dependenciesOf(one, directory)),
      lockfile,
    },
    warnings: [...warnings, ...(former?.warnings ?? [])],
  };
}

/** Charts of the first format name them in requirements.yaml. (helm.sh/docs, "The apiVersion Field") */
function dependenciesOf(manifest: Manifest, directory: string): ChartDependency[] {
  const listed = manifest.at(['dependencies']);
  const items = Array.isArray(listed) ? listed : [];
  return items.flatMap((item: unknown, index) => {
    if (!isMapping(item) || typeof item.name !== 'string') return [];
    const repository = typeof item.repository === 'string' ? item.repository : '';
    const local = /^file:\/\/(.{1,300})$/.exec(repository)?.[1];
    const folder = local === undefined || local.startsWith('/') ? null : joinPath(directory, local);
    return { name: item.name, repository, folder, because: manifest.evidence(['dependencies', index, 'name']) };
  });
}

/** Charts by their folders. */
export type ChartsByFolder = ReadonlyMap<string, Chart>;

/** No chart of a person's is made of more. */
const MOST_LOCAL = 100;

/** The charts that this one takes from the repository's own folders, and those that they take: what stands in it must be built first. */
export function localCharts(chart: Chart, charts: ChartsByFolder, seen = new Set([chart.directory])): Chart[] {
  return chart.dependencies.flatMap(({ folder }) => {
    const other = charts.get(folder ?? '');
    if (!other || seen.has(other.directory) || seen.size > MOST_LOCAL) return [];
    seen.add(other.directory);
    return [...localCharts(other, charts, seen), other];
  });
}

/** Charts that are units: a library that others here take is checked with them. */
export function unitsOf(charts: readonly Chart[]): Chart[] {
  const taken = new Set(charts.flatMap(({ dependencies }) => dependencies.map(({ folder }) => folder)));
  return charts.filter(({ directory, isLibrary }) => !isLibrary || !taken.has(directory));
}

/** Folders that a chart takes that lie outside of it. */
export function outsideFolders({ directory, dependencies }: Chart): string[] {
  return dependencies.flatMap(({ folder }) => (folder === null || isWithin(directory, folder) ? [] : folder));
}
