import { linesOf } from '../../lines.ts';
import { baseName, directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

/** A go.work and the modules that it uses. */
export interface GoWorkspace {
  readonly file: string;
  readonly sums: string | null;
  /** Folders of modules. */
  readonly uses: ReadonlySet<string>;
}

/** Every go.work of the repository. */
export function readWorkspaces(snapshot: Snapshot): GoWorkspace[] {
  return snapshot.paths
    .filter((path) => baseName(path) === 'go.work')
    .map((file) => {
      const sums = joinPath(directoryOf(file), 'go.work.sum') ?? 'go.work.sum';
      return { file, sums: snapshot.has(sums) ? sums : null, uses: new Set(usedFolders(snapshot, file)) };
    });
}

/** `use ./a`, and each line of `use ( … )`: a path that begins with a dot. */
function usedFolders(snapshot: Snapshot, file: string): string[] {
  return linesOf(snapshot.text(file) ?? '').flatMap(({ text }) => {
    const target = /^\s{0,8}(?:use\s{1,8})?"?(\.{1,2}(?:\/[^\s"]{0,200})?)"?\s*(?:\/\/.*)?$/.exec(text)?.[1];
    return target === undefined ? [] : (joinPath(directoryOf(file), target) ?? []);
  });
}
