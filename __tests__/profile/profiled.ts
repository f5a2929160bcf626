import type { ProjectProfile, Service, Unit } from '../../src/domain/profile.ts';
import { profileRepository } from '../../src/profile/profile.ts';
import type { Snapshot } from '../../src/profile/snapshot.ts';
import { takeSnapshot } from '../../src/profile/take-snapshot.ts';
import { type MemoryFiles, memoryTree } from '../fakes/memory-tree.ts';

/** The profile of a repository with these files. */
export async function profiled(files: MemoryFiles): Promise<ProjectProfile> {
  return profileRepository(memoryTree(files));
}

/** The one service of these files. */
export async function theService(files: MemoryFiles): Promise<Service> {
  const { services, ignored } = await profiled(files);
  const [service] = services;
  if (!service || services.length !== 1)
    throw new Error(
      `expected one service, found ${JSON.stringify(services.map(({ name }) => name))}, left out ${JSON.stringify(ignored)}`,
    );
  return service;
}

/** The one unit of these files. */
export async function theUnit(files: MemoryFiles): Promise<Unit> {
  const { units, warnings } = await profiled(files);
  const [unit] = units;
  if (!unit || units.length !== 1)
    throw new Error(
      `expected one unit, found ${JSON.stringify(units.map(({ directory }) => directory))}, warned ${JSON.stringify(warnings)}`,
    );
  return unit;
}

/** The snapshot of these files, all of them read. */
export async function snapshotWith(files: MemoryFiles): Promise<Snapshot> {
  return (await takeSnapshot(memoryTree(files), ['**'])).value;
}

/** `file:line` of each citation. */
export function linesOf(
  value: { readonly because: readonly { readonly file: string; readonly line: number }[] } | null | undefined,
): string[] {
  return value?.because.map(({ file, line }) => `${file}:${line}`) ?? [];
}

/** `port/protocol` of each port. */
export function portsOf({ ports }: Service): string[] {
  return ports.map(({ port, protocol }) => `${port}/${protocol}`);
}

/** `file:line: message` of each warning. */
export function warned({ warnings }: { readonly warnings: ProjectProfile['warnings'] }): string[] {
  return warnings.map(({ file, line, message }) => `${file}:${line}: ${message}`);
}
