import { firstWhere } from './sorted.ts';

/** The folder of a path; `.` for a file at the root. */
export function directoryOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end < 0 ? '.' : path.slice(0, end);
}

/** The last step of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `path` below `directory`, normalised; null where it leaves the repository. */
export function joinPath(directory: string, path: string): string | null {
  const steps = directory === '.' || path.startsWith('/') ? [] : directory.split('/');
  for (const step of path.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return null;
    } else if (step !== '' && step !== '.') {
      steps.push(step);
    }
  }
  return steps.length === 0 ? '.' : steps.join('/');
}

/** Whether `path` is `directory` or lies below it. */
export function isWithin(directory: string, path: string): boolean {
  if (directory === '.') return true;
  return path.startsWith(directory) && (path.length === directory.length || path[directory.length] === '/');
}

/** Of paths that are sorted by code units those below a folder. */
export function pathsBelow(sorted: readonly string[], directory: string): readonly string[] {
  return directory === '.' ? sorted : beginningWith(sorted, `${directory}/`);
}

/** Of texts that are sorted by code units those that begin so: found by halves, however many there are. */
export function beginningWith(sorted: readonly string[], start: string): readonly string[] {
  const from = firstWhere(sorted, (text) => text >= start);
  return sorted.slice(
    from,
    firstWhere(sorted, (text) => text >= start && !text.startsWith(start)),
  );
}

/** The nearest of `folders` that a path is, or lies in; null where none is around it. */
export function nearestFolder(folders: Pick<ReadonlySet<string>, 'has'>, path: string): string | null {
  for (let at = path; ; at = directoryOf(at)) {
    if (folders.has(at)) return at;
    if (at === '.') return null;
  }
}

/** The folder and those above it, nearest first, the root last. */
export function ancestors(directory: string): string[] {
  const folders: string[] = [];
  for (let at = directory; at !== '.'; at = directoryOf(at)) folders.push(at);
  return [...folders, '.'];
}

/** The glob of everything below a folder. */
export function below(directory: string): string {
  return directory === '.' ? '**' : `${directory}/**`;
}

/** A path as it is written inside `directory`. */
export function relativeTo(directory: string, path: string): string {
  return directory === '.' ? path : path.slice(directory.length + 1);
}

/** A path as it is written from `directory`, with `..` for each folder that it must leave. */
export function pathFrom(directory: string, path: string): string {
  const common = ancestors(directory).find((folder) => isWithin(folder, path)) ?? '.';
  const up = common === directory ? 0 : relativeTo(common, directory).split('/').length;
  const down = path === common ? [] : [relativeTo(common, path)];
  return [...Array.from({ length: up }, () => '..'), ...down].join('/') || '.';
}
