import { isWithin } from '../../../domain/folders.ts';
import type { ProjectProfile } from '../../../domain/profile.ts';
import type { Publishable } from './publishable.ts';

/** Since then Cargo publishes several crates in their order, and waits for each. (Cargo 1.90) */
const SEVERAL = 90;

/** Whether the toolchain that the repository holds to cannot publish as many crates as it has. */
export function isTooOld({ package: { registry }, unit }: Publishable, { packages = [] }: ProjectProfile): boolean {
  const minor = /^1\.(\d{1,3})/.exec(unit.version?.tool === 'rust' ? unit.version.value : '')?.[1];
  const isPinned = unit.version?.because.some(({ file }) => /(^|\/)rust-toolchain(\.toml)?$/.test(file)) === true;
  const own = packages.filter((it) => it.registry === 'crates' && isWithin(unit.directory, it.directory));
  return registry === 'crates' && isPinned && own.length > 1 && minor !== undefined && Number(minor) < SEVERAL;
}
