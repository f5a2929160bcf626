import type { Manifest } from '../../formats/manifest.ts';
import { firstMatch } from '../../lines.ts';
import { directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Declared } from './declared.ts';

/** The release of Yarn that the repository carries, by `yarnPath` in its settings. */
export function yarnPath(snapshot: Snapshot, directory: string): Declared | null {
  const file = settingsOf(directory);
  const found = firstMatch(snapshot.text(file) ?? '', /^yarnPath:\s*["']?[^"'\s]*?(?:yarn-(\d[\w.-]*?))?\.[cm]?js\b/);
  return found
    ? { family: 'yarn', version: found.match[1] ?? null, because: snapshot.evidence(file, found.line) }
    : null;
}

export interface YarnQuery {
  readonly snapshot: Snapshot;
  readonly manifest: Manifest;
  readonly chosen: Declared;
  readonly lockfile: string | null;
}

/** Berry is everything from 2 on: its settings are YAML, and its lock file begins with `__metadata:`. */
export function yarnManager({ snapshot, manifest, chosen, lockfile }: YarnQuery): 'yarn-classic' | 'yarn-berry' {
  const major = /\d+/.exec(chosen.version ?? '')?.[0];
  if (major !== undefined) return major === '1' || major === '0' ? 'yarn-classic' : 'yarn-berry';
  const isBerry =
    snapshot.has(settingsOf(directoryOf(manifest.file))) ||
    (lockfile !== null && firstMatch(snapshot.text(lockfile) ?? '', /^__metadata:/) !== null);
  return isBerry ? 'yarn-berry' : 'yarn-classic';
}

function settingsOf(directory: string): string {
  return joinPath(directory, '.yarnrc.yml') ?? '.yarnrc.yml';
}
