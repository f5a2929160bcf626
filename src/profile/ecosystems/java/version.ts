import type { ToolVersion } from '../../../domain/profile.ts';
import { firstMatch } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import type { Snapshot } from '../../snapshot.ts';
import { toolVersion } from '../../tool-versions.ts';

/** The JDK that a tool file pins, here or above: what setup-java can read by itself. */
export function pinnedJdk(snapshot: Snapshot, directory: string): ToolVersion | null {
  return (
    pinned(snapshot, nearest(snapshot, directory, ['.java-version']), /^\s*(\d[\w.+-]*)/) ??
    pinned(snapshot, nearest(snapshot, directory, ['.sdkmanrc']), /^java=(\d[\w.+]*)/) ??
    toolVersion({ snapshot, directory, tool: 'java', names: ['java'] })
  );
}

function pinned(snapshot: Snapshot, file: string | null, pattern: RegExp): ToolVersion | null {
  const found = file === null ? null : firstMatch(snapshot.text(file) ?? '', pattern);
  return file !== null && found?.match[1]
    ? { tool: 'java', value: found.match[1], because: [snapshot.evidence(file, found.line)] }
    : null;
}
