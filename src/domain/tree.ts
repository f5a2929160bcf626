/** What git knows of a path. Symbolic links are never followed. */
export type FileMode = 'file' | 'executable' | 'symlink' | 'submodule';

/** Whether what has that mode has content that is read. */
export function isRegular(mode: FileMode): boolean {
  return mode === 'file' || mode === 'executable';
}

export interface TreeEntry {
  /** Path from the tree's root, with `/`, never absolute and without `..`. */
  readonly path: string;
  readonly mode: FileMode;
}

/** How every room sees files: a work tree, a commit's git objects, or GitHub's API. */
export interface Tree {
  /**
   * All entries, sorted by code units of the path. Names that are not valid UTF-8 are left out and stand in `unreadable`. Who asks for few
   * paths names them in `only`, and need not wait for the rest, which may be there all the same.
   */
  list(only?: readonly string[]): Promise<TreeListing>;
  /**
   * Of each path that is a regular file its bytes, or its size alone where that is more than `limit`. A path that is absent, a link or a
   * submodule is absent from the map.
   */
  read(paths: readonly string[], limit: number): Promise<ReadonlyMap<string, FileContent>>;
  /**
   * Git's name of the content of each path that is a regular file: where two trees name a file alike it is the same file. A file that cannot
   * be named is absent; undefined where none can be without reading it from afar.
   */
  ids?(paths: readonly string[]): Promise<ReadonlyMap<string, string> | undefined>;
}

export interface TreeListing {
  readonly entries: readonly TreeEntry[];
  /** Escaped names (`\xNN`) of entries that no text can name. */
  readonly unreadable: readonly string[];
}

/** The content of a file, or why there is none. */
export type FileContent =
  | { readonly kind: 'content'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large'; readonly size: number };

/** The largest manifest that is read, in bytes; a larger one is reported and left out. */
export const MANIFEST_LIMIT = 1_000_000;
