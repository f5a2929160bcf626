import type { FileContent } from '../domain/tree.ts';
import type { FileReader } from './files.ts';

/** The contents of those `paths` that are regular files on disk. */
export function readFrom(
  reader: FileReader,
  paths: readonly string[],
  limit: number,
): ReadonlyMap<string, FileContent> {
  const contents = new Map<string, FileContent>();
  for (const path of paths) {
    const content = reader.read(path, limit);
    if (content) contents.set(path, content);
  }
  return contents;
}
