import type { Evidence } from '../../../domain/evidence.ts';
import type { ProfileWarning, ToolVersion } from '../../../domain/profile.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { firstMatch } from '../../lines.ts';
import { baseName, directoryOf, joinPath } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { firstFound, type Source } from '../../source.ts';
import { calledManager } from './caller.ts';
import { type Declared, declaredManager, engineManager, type Family } from './declared.ts';
import type { NodeManager } from './invocation.ts';
import { LOCKFILES, type Lockfile, lockfilesIn } from './lockfile.ts';
import { yarnManager, yarnPath } from './yarn.ts';

/** Which package manager a package uses, and the lines that say so. */
export interface ManagerChoice {
  readonly manager: NodeManager;
  readonly lockfile: string | null;
  /** The manager's own version, where it is pinned, or where the lock file allows but one. */
  readonly version: ToolVersion | null;
  /** The lock file first, where there is one. */
  readonly because: readonly Evidence[];
}

interface ManagerQuery {
  readonly snapshot: Snapshot;
  readonly manifest: Manifest;
  readonly directory: string;
  readonly locks: readonly Lockfile[];
}

/** What somebody wrote down, best first. (detection.md, "Node: choice of manager") */
export const DECLARED_MANAGERS: readonly Source<ManagerQuery, Declared>[] = [
  {
    from: '`packageManager`, then `devEngines.packageManager`, then an `only-allow` before installs, of `package.json`',
    find: ({ manifest }) => declaredManager(manifest),
  },
  {
    from: 'Yarn’s own release, by `yarnPath` of `.yarnrc.yml`',
    find: ({ snapshot, directory }) => yarnPath(snapshot, directory),
  },
];

/** By the file that it brings. */
const SETTINGS: readonly (readonly [string, Family])[] = [
  ['pnpm-workspace.yaml', 'pnpm'],
  ['.yarnrc.yml', 'yarn'],
  ['bunfig.toml', 'bun'],
];

/** What shows the manager where nobody wrote it down, best first; else it is npm. */
export const SHOWN_MANAGERS: readonly Source<ManagerQuery, Declared>[] = [
  {
    from: `a lock file; of several managers’ the one that pipelines, Dockerfiles, scripts or the README start, else the first of ${listed(LOCKFILES.map(({ name, family }) => [name, family]))}`,
    find: byLockfile,
  },
  { from: '`engines` of `package.json`', find: ({ manifest }) => engineManager(manifest) },
  { from: `a settings file: ${listed(SETTINGS)}`, find: bySettings },
];

function listed(files: readonly (readonly [string, Family])[]): string {
  return files.map(([name, family]) => `\`${name}\` (${family})`).join(', ');
}

/** The manager that installs what a manifest asks for. */
export function findManager(snapshot: Snapshot, manifest: Manifest): Found<ManagerChoice> {
  const directory = directoryOf(manifest.file);
  const locks = lockfilesIn(snapshot, directory);
  const query = { snapshot, manifest, directory, locks };
  const declared = firstFound(DECLARED_MANAGERS, query);
  const chosen =
    declared ??
    firstFound(SHOWN_MANAGERS, query) ??
    ({ family: 'npm', version: null, because: manifest.evidence([]) } satisfies Declared);
  const lockfile = locks.find(({ family }) => family === chosen.family)?.path ?? null;
  const because = lockfile === null ? [] : [snapshot.evidence(lockfile, 1)];
  const choice: ManagerChoice = {
    manager: chosen.family === 'yarn' ? yarnManager({ snapshot, manifest, chosen, lockfile }) : chosen.family,
    lockfile,
    version: versionOf(snapshot, chosen, lockfile),
    because: [...because, ...(declared || lockfile === null ? [chosen.because] : [])],
  };
  return { value: choice, warnings: warningsOf(manifest, locks, chosen) };
}

function byLockfile({ snapshot, directory, locks }: ManagerQuery): Declared | null {
  const families = [...new Set(locks.map(({ family }) => family))];
  const called = families.length > 1 ? calledManager(snapshot, directory, families) : null;
  if (called) return { ...called, version: null };
  const [first] = locks;
  return first ? { family: first.family, version: null, because: snapshot.evidence(first.path, 1) } : null;
}

function bySettings({ snapshot, directory }: ManagerQuery): Declared | null {
  for (const [name, family] of SETTINGS) {
    const path = joinPath(directory, name) ?? name;
    if (snapshot.has(path)) return { family, version: null, because: snapshot.evidence(path, 1) };
  }
  return null;
}

function versionOf(
  snapshot: Snapshot,
  { family, version, because }: Declared,
  lock: string | null,
): ToolVersion | null {
  if (version !== null) return { tool: family, value: version, because: [because] };
  return family === 'pnpm' && lock !== null ? pnpmOfLock(snapshot, lock) : null;
}

/** The only release that reads an older lock file without writing it anew; 9.0 is read by all that came later. (detection.md, row "pnpm") */
function pnpmOfLock(snapshot: Snapshot, lock: string): ToolVersion | null {
  const found = firstMatch(snapshot.text(lock) ?? '', /^lockfileVersion:\s*['"]?(\d+\.\d+)/);
  const format = found?.match[1] ?? '';
  const release = format === '5.3' ? '6' : format === '5.4' ? '7' : format.startsWith('6.') ? '8' : null;
  return found && release ? { tool: 'pnpm', value: release, because: [snapshot.evidence(lock, found.line)] } : null;
}

function warningsOf({ file }: Manifest, locks: readonly Lockfile[], chosen: Declared): ProfileWarning[] {
  const families = new Set(locks.map(({ family }) => family));
  const names = locks.map(({ path }) => baseName(path)).join(', ');
  const because = `${chosen.because.file}:${chosen.because.line}`;
  if (families.size > 1) {
    const message = `lock files of several package managers stand beside it (${names}); ${chosen.family} is taken, for ${because}.`;
    return [{ file, line: 1, message }];
  }
  if (families.size === 0 || families.has(chosen.family)) return [];
  const message = `${chosen.family} is taken, for ${because}, but the only lock file is another manager's (${names}): nothing is locked.`;
  return [{ file, line: chosen.because.file === file ? chosen.because.line : 1, message }];
}
