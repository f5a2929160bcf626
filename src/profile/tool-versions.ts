import type { ToolVersion } from '../domain/profile.ts';
import { firstMatch } from './lines.ts';
import { nearest } from './nearest.ts';
import { baseName } from './paths.ts';
import type { Snapshot } from './snapshot.ts';
import type { VersionPlace, VersionSource } from './version-sources.ts';

export interface ToolVersionQuery {
  readonly snapshot: Snapshot;
  readonly directory: string;
  /** The name that the profile gives the tool. */
  readonly tool: string;
  /** The names that asdf and mise give it. */
  readonly names: readonly string[];
}

/** In the order in which they are asked. */
const FILES = ['.tool-versions', 'mise.toml', '.mise.toml'];

/** Globs of them, for what an ecosystem reads. */
export const TOOL_FILES: readonly string[] = FILES.map((name) => `**/${name}`);

/** Both files as a source: `names` are those that asdf and mise give the tool. */
export function toolFiles(tool: string, names: readonly string[]): VersionSource<VersionPlace> {
  return {
    from: `\`${FILES.join('`, then `')}\`, here or above`,
    find: ({ snapshot, directory }) => toolVersion({ snapshot, directory, tool, names }),
  };
}

/** What these files, here or above, say of a tool. (mise, "Configuration") */
export function toolVersion({ snapshot, directory, tool, names }: ToolVersionQuery): ToolVersion | null {
  for (const file of FILES.map((name) => nearest(snapshot, directory, [name]))) {
    if (file === null) continue;
    const separator = baseName(file).endsWith('mise.toml') ? '\\s*=\\s*"' : '\\s+';
    const found = firstMatch(snapshot.text(file) ?? '', new RegExp(`^(?:${names.join('|')})${separator}([^\\s"]+)`));
    if (found?.match[1]) return { tool, value: found.match[1], because: [snapshot.evidence(file, found.line)] };
  }
  return null;
}
