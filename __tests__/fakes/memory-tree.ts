import type { FileContent, FileMode, Tree, TreeEntry } from '../../src/domain/tree.ts';

/** What stands at a path: a file of text or bytes, an executable, a link, or a submodule. */
export type MemoryEntry =
  | string
  | Uint8Array
  | { readonly executable: string }
  | { readonly link: string }
  | { readonly submodule: true };
export type MemoryFiles = Readonly<Record<string, MemoryEntry>>;

/** A tree that lies in memory; `unreadable` are escaped names that no text can name. */
export function memoryTree(files: MemoryFiles, unreadable: readonly string[] = []): Tree {
  const entries = Object.entries(files).map(([path, entry]): TreeEntry => ({ path, mode: modeOf(entry) }));
  return {
    list: async () => ({ entries: entries.sort((a, b) => (a.path < b.path ? -1 : 1)), unreadable }),
    read: async (paths, limit) =>
      new Map(
        paths.flatMap((path): [string, FileContent][] => {
          const bytes = bytesOf(files[path]);
          return bytes === null ? [] : [[path, contentOf(bytes, limit)]];
        }),
      ),
  } satisfies Tree;
}

function modeOf(entry: MemoryEntry): FileMode {
  if (typeof entry === 'string' || entry instanceof Uint8Array) return 'file';
  if ('executable' in entry) return 'executable';
  return 'link' in entry ? 'symlink' : 'submodule';
}

function bytesOf(entry: MemoryEntry | undefined): Uint8Array | null {
  if (entry instanceof Uint8Array) return entry;
  if (typeof entry === 'string') return new TextEncoder().encode(entry);
  return entry !== undefined && 'executable' in entry ? new TextEncoder().encode(entry.executable) : null;
}

function contentOf(bytes: Uint8Array, limit: number): FileContent {
  return bytes.length > limit ? { kind: 'too-large', size: bytes.length } : { kind: 'content', bytes };
}
