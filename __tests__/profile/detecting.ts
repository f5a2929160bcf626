import type { ProfileWarning } from '../../src/domain/profile.ts';
import type { FileMode, Tree } from '../../src/domain/tree.ts';
import type { Ecosystem, UnitDraft } from '../../src/profile/ecosystem.ts';
import type { Snapshot } from '../../src/profile/snapshot.ts';
import { takeSnapshot } from '../../src/profile/take-snapshot.ts';

/** What stands at a path: text, bytes, or an executable. */
export type MemoryFile = string | Uint8Array | { readonly executable: string };
export type MemoryFiles = Readonly<Record<string, MemoryFile>>;

/** A tree that lies in memory. */
export function memoryTree(files: MemoryFiles): Tree {
  const entries = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  const encoder = new TextEncoder();
  return {
    list: async () => ({
      entries: entries.map(([path, file]) => ({ path, mode: modeOf(file) })),
      unreadable: [],
    }),
    read: async (paths) =>
      new Map(
        entries
          .filter(([path]) => paths.includes(path))
          .map(([path, file]) => {
            const content = typeof file === 'object' && 'executable' in file ? file.executable : file;
            return [path, { kind: 'content', bytes: typeof content === 'string' ? encoder.encode(content) : content }];
          }),
      ),
  } satisfies Tree;
}

function modeOf(file: MemoryFile): FileMode {
  return typeof file === 'object' && 'executable' in file ? 'executable' : 'file';
}

/** The snapshot that a profile would take of these files; all of them are read unless `reads` says otherwise. */
export async function snapshotOf(files: MemoryFiles, reads: readonly string[] = ['**']): Promise<Snapshot> {
  return (await takeSnapshot(memoryTree(files), reads)).value;
}

export interface Detected {
  readonly units: readonly UnitDraft[];
  readonly warnings: readonly ProfileWarning[];
}

/** What an ecosystem finds, reading only what it says that it reads. */
export async function detect(ecosystem: Ecosystem, files: MemoryFiles): Promise<Detected> {
  return ecosystem.detect(await snapshotOf(files, ecosystem.reads));
}

/** The same, where exactly one unit is expected. */
export async function detectOne(ecosystem: Ecosystem, files: MemoryFiles): Promise<UnitDraft> {
  const { units } = await detect(ecosystem, files);
  const [unit] = units;
  if (!unit || units.length !== 1)
    throw new Error(`expected one unit, found: ${units.map(({ directory }) => directory).join(', ') || 'none'}`);
  return unit;
}

/** The commands of a unit as they are typed. */
export function typed({ commands }: UnitDraft) {
  const runs = (list: readonly { readonly run: string }[]) => list.map(({ run }) => run);
  return {
    install: runs(commands.install),
    lint: commands.lint.map(({ check, run }) => `${check}: ${run}`),
    test: runs(commands.test),
    build: runs(commands.build),
  };
}

/** `file:line` of each citation. */
export function cited(value: { readonly because: readonly { readonly file: string; readonly line: number }[] } | null) {
  return value?.because.map(({ file, line }) => `${file}:${line}`) ?? [];
}
