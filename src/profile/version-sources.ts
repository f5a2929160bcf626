import type { ToolVersion } from '../domain/profile.ts';
import { firstMatch } from './lines.ts';
import { nearest } from './nearest.ts';
import type { Snapshot } from './snapshot.ts';
import type { Source } from './source.ts';

/** A place in which the version of a tool may stand. */
export type VersionSource<Query> = Source<Query, ToolVersion>;

/** Where a version is looked for. */
export interface VersionPlace {
  readonly snapshot: Snapshot;
  /** The unit's folder. */
  readonly directory: string;
}

/** A file of the tool's own, in the folder or above it: the first group of the first line that matches. */
export function pinFile(tool: string, name: string, pattern: RegExp): VersionSource<VersionPlace> {
  return {
    from: `\`${name}\`, here or above`,
    find: ({ snapshot, directory }) =>
      versionIn({ snapshot, file: nearest(snapshot, directory, [name]), tool, pattern }),
  };
}

export interface WrittenVersion {
  readonly snapshot: Snapshot;
  /** Null where there is none. */
  readonly file: string | null;
  readonly tool: string;
  /** Its first group is the version. */
  readonly pattern: RegExp;
}

/** A version as it stands in a line of a file. */
export function versionIn({ snapshot, file, tool, pattern }: WrittenVersion): ToolVersion | null {
  const found = file === null ? null : firstMatch(snapshot.text(file) ?? '', pattern);
  return file !== null && found?.match[1]
    ? { tool, value: found.match[1], because: [snapshot.evidence(file, found.line)] }
    : null;
}
