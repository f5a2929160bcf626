import type { Evidence } from '../../domain/evidence.ts';
import { escaped, pathspecMatcher } from '../../domain/glob/pathspec.ts';
import type { Service, Unit } from '../../domain/profile.ts';
import { byCodeUnit } from '../../domain/text.ts';

/**
 * What concerns a unit: its own files, those of the units that it is built from, and the files that its commands and versions are read from
 * when they run. Values that were printed into the workflow need no such file: the workflow changes with them. Nor does what another workflow
 * runs. Sorted.
 */
export function unitGlobs(unit: Unit, units: readonly Unit[]): string[] {
  const all = withDependencies(unit, units, new Set());
  const globs = all.flatMap(ownGlobs);
  return sorted([...globs, ...outside(evidenceOf(unit), globs), ...submoduleGlobs(unit)]);
}

/** What concerns a service's image. Sorted. */
export function serviceGlobs(service: Service): string[] {
  return sorted([...ownGlobs(service), ...submoduleGlobs(service.image)]);
}

/** What a unit or service owns; a folder whose name looks like a pattern is matched by its exact name too. */
export function ownGlobs({ directory, owns }: Pick<Unit | Service, 'directory' | 'owns'>): string[] {
  const exact = escaped(directory);
  return exact === directory ? [...owns] : [...owns, `${exact}/**`];
}

function withDependencies(unit: Unit, units: readonly Unit[], seen: Set<Unit>): Unit[] {
  if (seen.has(unit)) return [];
  seen.add(unit);
  const others = units.filter(({ directory }) => unit.dependsOn.includes(directory));
  return [unit, ...others.flatMap((other) => withDependencies(other, units, seen))];
}

function evidenceOf({ commands, version, versions }: Unit): Evidence[] {
  const { install, lint, test, build } = commands;
  const sources = [...install, ...lint, ...test, ...build, ...versions, ...(version ? [version] : [])];
  return sources.flatMap(({ because }) => because);
}

function submoduleGlobs({ submodules }: Pick<Unit, 'submodules'>): string[] {
  return submodules?.paths.map(escaped) ?? [];
}

/** Files that no glob covers yet, as globs that mean exactly them. */
function outside(because: readonly Evidence[], globs: readonly string[]): string[] {
  const covers = pathspecMatcher(globs);
  const files = because.map(({ file }) => file).filter((file) => !file.startsWith('.github/workflows/'));
  return files.filter((file) => !covers(file)).map(escaped);
}

/** Each once; a whole folder makes what is in it superfluous. */
function sorted(globs: readonly string[]): string[] {
  const folders = globs
    .filter((glob) => glob === '**' || glob.endsWith('/**'))
    .map((glob) => glob.slice(0, -'**'.length));
  const isInside = (glob: string) => folders.some((folder) => glob.startsWith(folder) && glob !== `${folder}**`);
  return [...new Set(globs)].filter((glob) => !isInside(glob)).sort(byCodeUnit);
}
