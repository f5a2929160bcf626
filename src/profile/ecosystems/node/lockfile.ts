import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Family } from './declared.ts';

/** In the order in which they win where several stand side by side; of npm's two, npm itself takes the first. */
export const LOCKFILES: readonly { readonly name: string; readonly family: Family }[] = [
  { name: 'pnpm-lock.yaml', family: 'pnpm' },
  { name: 'bun.lock', family: 'bun' },
  { name: 'bun.lockb', family: 'bun' },
  { name: 'npm-shrinkwrap.json', family: 'npm' },
  { name: 'package-lock.json', family: 'npm' },
  { name: 'yarn.lock', family: 'yarn' },
];

export interface Lockfile {
  readonly path: string;
  readonly family: Family;
}

/** The lock files of a folder, best first. One further up locks the members of a workspace, which are part of its unit. */
export function lockfilesIn(snapshot: Snapshot, directory: string): Lockfile[] {
  return LOCKFILES.map(({ name, family }) => ({ path: joinPath(directory, name) ?? name, family })).filter(({ path }) =>
    snapshot.has(path),
  );
}
