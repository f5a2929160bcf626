import type { ChangedFile, RepositoryContext } from '../../src/domain/repository.ts';
import { type MemoryEntry, type MemoryFiles, memoryTree } from './memory-tree.ts';

/** A pull request that makes `head` of `base`; what is the same in both has not changed. */
export function changeOf(
  base: MemoryFiles,
  head: MemoryFiles,
  more: Partial<RepositoryContext> = {},
): RepositoryContext {
  const tree = memoryTree(head);
  return {
    trigger: { kind: 'command-line' },
    tree,
    wholeTree: tree,
    baseTree: memoryTree(base),
    histories: [],
    configuration: null,
    base: null,
    head: null,
    defaultBranch: 'main',
    changedFiles: differenceOf(base, head),
    findings: [],
    notes: [],
    ...more,
  };
}

function differenceOf(base: MemoryFiles, head: MemoryFiles): ChangedFile[] {
  const paths = [...new Set([...Object.keys(base), ...Object.keys(head)])].sort((a, b) => (a < b ? -1 : 1));
  return paths.flatMap((path): ChangedFile[] => {
    const [old, fresh] = [base[path], head[path]];
    return old === fresh ? [] : [{ path, status: statusOf(old, fresh) }];
  });
}

function statusOf(old: MemoryEntry | undefined, fresh: MemoryEntry | undefined): ChangedFile['status'] {
  if (old === undefined) return 'added';
  return fresh === undefined ? 'removed' : 'modified';
}
