import type { Evidence } from '../../../domain/evidence.ts';
import type { ManagerName, ProfileWarning, ToolVersion } from '../../../domain/profile.ts';
import { firstMatch } from '../../lines.ts';
import type { Manifest } from '../../manifest.ts';
import { nearest } from '../../nearest.ts';
import { directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

/** Which package manager a package uses, and the line that says so. */
export interface ManagerChoice {
  readonly manager: Extract<ManagerName, 'npm' | 'pnpm' | 'yarn-classic' | 'yarn-berry' | 'bun'>;
  readonly lockfile: string | null;
  /** The manager's own version, where it is pinned. */
  readonly version: ToolVersion | null;
  readonly because: readonly Evidence[];
}

type Family = 'npm' | 'pnpm' | 'yarn' | 'bun';

/** In the order in which they win where several stand side by side. */
const LOCKFILES: readonly (readonly [string, Family])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
  ['yarn.lock', 'yarn'],
];

/** The `packageManager` field, then `devEngines`, then the lock file, then npm. (detection.md, "Node: choice of manager") */
export function findManager(
  snapshot: Snapshot,
  manifest: Manifest,
): { readonly choice: ManagerChoice; readonly warnings: readonly ProfileWarning[] } {
  const directory = directoryOf(manifest.file);
  const declared = declaredManager(manifest);
  const locks = LOCKFILES.filter(([name]) => snapshot.has(joinPath(directory, name) ?? name));
  const family = declared?.family ?? locks[0]?.[1] ?? familyAbove(snapshot, directory) ?? 'npm';
  const lockfile = lockfileOf(snapshot, directory, family);
  const version = declared?.version
    ? { tool: family, value: declared.version, because: [manifest.evidence(declared.path)] }
    : null;
  const because = declared
    ? [manifest.evidence(declared.path)]
    : [lockfile === null ? manifest.evidence([]) : snapshot.evidence(lockfile, 1)];
  const choice = { manager: managerOf(family, snapshot, lockfile, declared?.version), lockfile, version, because };
  return { choice, warnings: severalLocks(manifest, locks, family) };
}

function severalLocks(
  { file }: Manifest,
  locks: readonly (readonly [string, Family])[],
  chosen: Family,
): ProfileWarning[] {
  const families = new Set(locks.map(([, family]) => family));
  if (families.size < 2) return [];
  const names = locks.map(([name]) => name).join(', ');
  return [
    {
      file,
      line: 1,
      message: `lock files of several package managers stand beside it (${names}); ${chosen} is taken.`,
    },
  ];
}

interface Declared {
  readonly family: Family;
  readonly version: string | null;
  readonly path: readonly string[];
}

function declaredManager(manifest: Manifest): Declared | null {
  const [, name, version = null] = /^(npm|pnpm|yarn|bun)@([^+]+)/.exec(manifest.text(['packageManager']) ?? '') ?? [];
  const family = asFamily(name);
  if (family) return { family, version, path: ['packageManager'] };
  const engine = asFamily(manifest.text(['devEngines', 'packageManager', 'name']) ?? undefined);
  if (!engine) return null;
  return {
    family: engine,
    version: manifest.text(['devEngines', 'packageManager', 'version']),
    path: ['devEngines', 'packageManager'],
  };
}

function asFamily(name: string | undefined): Family | null {
  return name === 'npm' || name === 'pnpm' || name === 'yarn' || name === 'bun' ? name : null;
}

function familyAbove(snapshot: Snapshot, directory: string): Family | null {
  const lock = nearest(
    snapshot,
    directory,
    LOCKFILES.map(([name]) => name),
  );
  return LOCKFILES.find(([name]) => lock?.endsWith(name))?.[1] ?? null;
}

function lockfileOf(snapshot: Snapshot, directory: string, family: Family): string | null {
  return nearest(
    snapshot,
    directory,
    LOCKFILES.flatMap(([name, of]) => (of === family ? [name] : [])),
  );
}

/** Berry writes `__metadata:` into its lock file; its versions begin with 2. */
function managerOf(
  family: Family,
  snapshot: Snapshot,
  lockfile: string | null,
  version: string | null | undefined,
): ManagerChoice['manager'] {
  if (family !== 'yarn') return family;
  const berry = version
    ? !version.startsWith('1.')
    : lockfile !== null && firstMatch(snapshot.text(lockfile) ?? '', /^__metadata:/) !== null;
  return berry ? 'yarn-berry' : 'yarn-classic';
}
