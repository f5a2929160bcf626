import type { Evidence } from '../domain/evidence.ts';
import type { ProfileWarning } from '../domain/profile.ts';
import type { FileMode } from '../domain/tree.ts';

/** The files that detection sees, and the text of those that some rule reads. Detection over it is pure and synchronous. */
export interface Snapshot {
  /**
   * Regular files that a unit or a service may start from, sorted by code units. Not among them: what is pruned (detection.md, "Walk"),
   * links and submodules, and files that some rule reads but that could not be read.
   */
  readonly paths: readonly string[];
  /** Those of `paths` that lie below `directory`. */
  within(directory: string): readonly string[];
  /** Every path of the tree, sorted. */
  readonly everything: readonly string[];
  /** Whether a regular file stands there, pruned or not. */
  has(path: string): boolean;
  /** Whether anything stands there: a file, a link, a submodule or a folder, pruned or not. */
  exists(path: string): boolean;
  modeOf(path: string): FileMode | null;
  /** Names of the regular files directly in `directory` (`.` is the root), sorted. */
  namesIn(directory: string): readonly string[];
  /** Names of all that stands directly in `directory`, folders too, sorted. */
  entriesIn(directory: string): readonly string[];
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
