import { printableLine } from '../../domain/paint.ts';

/** So many paths are named. */
const MOST_NAMES = 8;

/** Paths in a sentence: the first of them, and how many more there are. */
export function named(paths: readonly string[]): string {
  const more = paths.length > MOST_NAMES ? ` and ${paths.length - MOST_NAMES} more` : '';
  return `${paths.slice(0, MOST_NAMES).map(printableLine).join(', ')}${more}`;
}
