import type { Step } from '../../domain/pipeline.ts';
import type { Unit } from '../../domain/profile.ts';

type Cache = Extract<Step, { kind: 'setup' }>['cache'];

/** A cache that a unit's lock file keys; null where there is none. */
export function locked({ lockfile }: Unit, manager: string): Cache {
  return cache(manager, lockfile === null ? [] : [exactly(lockfile)]);
}

/** A cache that these files key; null where there are none. */
export function cache(manager: string, files: readonly string[]): Cache {
  return files.length > 0 ? { manager, files } : null;
}

/** A path below a folder, from the repository's root. */
export function below(directory: string, path: string): string {
  return directory === '.' ? path : `${directory}/${path}`;
}

/** A glob of the actions' toolkit that means one path: `#` would be a comment there, `!` an exclusion. (@actions/glob, "Patterns") */
export function exactly(path: string): string {
  const quoted = path.replace(/[*?[]/g, '[$&]');
  return /^[#!-]/.test(quoted) ? `./${quoted}` : quoted;
}
