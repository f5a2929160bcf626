import type { FileContent } from '../domain/tree.ts';

/**
 * Git's names of contents, by their paths. (Pro Git, "Git Internals - Git Objects") In a repository that names objects by SHA-256 these are
 * not the names, so that nothing there is taken for the same.
 */
export async function blobIds(contents: ReadonlyMap<string, FileContent>): Promise<ReadonlyMap<string, string>> {
  // Few runs need it, and it is one of the largest modules of Node.
  const { createHash } = await import('node:crypto');
  return new Map(
    [...contents].flatMap(([path, content]) => {
      if (content.kind !== 'content') return [];
      const { bytes } = content;
      return [[path, createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')] as const];
    }),
  );
}
