import picomatch from 'picomatch';
import type { Evidence } from '../../domain/evidence.ts';
import type { Service, Unit } from '../../domain/profile.ts';
import { byCodeUnit } from '../../domain/text.ts';

/**
 * What concerns a unit: its own files, those of the units that it is built from, and the files that its commands and versions are read from
 * when they run. Values that were printed into the workflow need no such file: the workflow changes with them. Sorted.
 */
export function unitGlobs(unit: Unit, units: readonly Unit[]): string[] {
  const all = withDependencies(unit, units, new Set());
  const globs = all.flatMap(({ directory, owns }) => [...owns, ...byExactName(directory)]);
  return sorted([...globs, ...outside(evidenceOf(unit), globs)]);
}

/** What concerns a service's image. Sorted. */
export function serviceGlobs({ directory, owns }: Service): string[] {
  return sorted([...owns, ...byExactName(directory)]);
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

/** Files that no glob covers yet, as globs that mean exactly them. */
function outside(because: readonly Evidence[], globs: readonly string[]): string[] {
  const covers = picomatch([...globs], { dot: true });
  return because.filter(({ file }) => !covers(file)).map(({ file }) => escaped(file));
}

/** A folder whose name looks like a pattern is matched by its exact name too. */
function byExactName(directory: string): string[] {
  return escaped(directory) === directory ? [] : [`${escaped(directory)}/**`];
}

/** As git's `glob` magic reads it. (gitglossary, "pathspec") */
function escaped(path: string): string {
  return path.replace(/[*?[\\]/g, '\\$&');
}

/** Everything makes anything else superfluous. */
function sorted(globs: readonly string[]): string[] {
  return globs.includes('**') ? ['**'] : [...new Set(globs)].sort(byCodeUnit);
}
