import type { FileMode } from '../domain/tree.ts';

/** What git's octal mode of an index or tree entry means. */
export function modeOfIndex(mode: string): FileMode {
  switch (mode) {
    case '100755':
      return 'executable';
    case '120000':
      return 'symlink';
    case '160000':
      return 'submodule';
    // Git writes no other mode for a file.
    default:
      return 'file';
  }
}
