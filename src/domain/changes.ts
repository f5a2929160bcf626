export type FileStatus = 'added' | 'changed' | 'unchanged' | 'removed';

/** A whole file as it should stand in the repository. */
export interface GeneratedFile {
  readonly path: string;
  /** UTF-8, LF, ended by one newline. */
  readonly content: string;
  /** Against the tree at hand. */
  readonly status: FileStatus;
  /** The content that it replaces; null where there was none. */
  readonly previous: string | null;
}

/** All that generation wants to be written. */
export interface ChangeSet {
  /** Sorted by path. */
  readonly files: readonly GeneratedFile[];
}
