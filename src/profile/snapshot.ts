import type { Evidence } from '../domain/evidence.ts';
import type { ProfileWarning } from '../domain/profile.ts';
import type { FileMode } from '../domain/tree.ts';

/** The files that detection sees: every path that is not pruned, and the text of those that some rule reads. Detection over it is pure and synchronous. */
export interface Snapshot {
  /** Sorted by code units. */
  readonly paths: readonly string[];
  has(path: string): boolean;
  modeOf(path: string): FileMode | null;
  /** Names of the files directly in `directory` (`.` is the root), sorted. */
  namesIn(directory: string): readonly string[];
  /** The file's text, decoded, without BOM, with LF; null where it is absent, was not asked for by `reads`, or could not be read (then a warning stands). */
  text(path: string): string | null;
  /** Evidence with the excerpt of that line; the line is clamped into the file. */
  evidence(path: string, line: number): Evidence;
}

/** What a reader or a rule gives beside its value: nothing is thrown for bad content. */
export interface Found<T> {
  readonly value: T;
  readonly warnings: readonly ProfileWarning[];
}
