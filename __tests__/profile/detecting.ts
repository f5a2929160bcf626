import type { ProfileWarning } from '../../src/domain/profile.ts';
import { withoutDeclared } from '../../src/profile/declared.ts';
import type { Ecosystem, UnitDraft } from '../../src/profile/ecosystem.ts';
import type { Snapshot } from '../../src/profile/snapshot.ts';
import { takeSnapshot } from '../../src/profile/take-snapshot.ts';
import { type MemoryFiles, memoryTree } from '../fakes/memory-tree.ts';

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

/** The commands of a unit as they are typed, without those of tools that are only declared. */
export function typed(draft: Pick<UnitDraft, 'commands'>) {
  const { commands } = withoutDeclared(draft.commands);
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
