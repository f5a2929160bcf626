import type { ToolVersion } from '../domain/profile.ts';
import { firstMatch } from './lines.ts';
import { nearest } from './nearest.ts';
import { baseName } from './paths.ts';
import type { Snapshot } from './snapshot.ts';

export interface ToolVersionQuery {
  readonly snapshot: Snapshot;
  readonly directory: string;
  /** The name that the profile gives the tool. */
  readonly tool: string;
  /** The names that asdf and mise give it. */
  readonly names: readonly string[];
}

/** What `.tool-versions`, `mise.toml` or `.mise.toml`, here or above, says of a tool. (mise, "Configuration") */
export function toolVersion({ snapshot, directory, tool, names }: ToolVersionQuery): ToolVersion | null {
  for (const file of ['.tool-versions', 'mise.toml', '.mise.toml'].map((name) =>
    nearest(snapshot, directory, [name]),
  )) {
    if (file === null) continue;
    const separator = baseName(file).endsWith('mise.toml') ? '\\s*=\\s*"' : '\\s+';
    const found = firstMatch(snapshot.text(file) ?? '', new RegExp(`^(?:${names.join('|')})${separator}([^\\s"]+)`));
    if (found?.match[1]) return { tool, value: found.match[1], because: [snapshot.evidence(file, found.line)] };
  }
  return null;
}
