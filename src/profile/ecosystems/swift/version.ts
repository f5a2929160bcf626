import type { ToolVersion } from '../../../domain/profile.ts';
import { type AutomationLine, firstCall } from '../../automation.ts';
import { dockerTag } from '../../docker/base-tag.ts';
import { firstMatch } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import type { Snapshot } from '../../snapshot.ts';
import { toolVersion } from '../../tool-versions.ts';
import type { SwiftPackage } from './package.ts';

/** .swift-version, .tool-versions and mise, the Dockerfile, the repository's own workflows. What the manifest asks for is the oldest that may read it: it comes last. */
export function swiftVersion(
  snapshot: Snapshot,
  { directory, tools }: SwiftPackage,
  automation: readonly AutomationLine[],
): ToolVersion | null {
  return (
    pinned(snapshot, directory) ??
    toolVersion({ snapshot, directory, tool: 'swift', names: ['swift'] }) ??
    dockerTag({ snapshot, directory, tool: 'swift', images: ['swift'] }) ??
    called(snapshot, automation) ?? { tool: 'swift', value: tools.value, because: [tools.because] }
  );
}

function pinned(snapshot: Snapshot, directory: string): ToolVersion | null {
  const file = nearest(snapshot, directory, ['.swift-version']);
  const found =
    file === null
      ? null
      : firstMatch(snapshot.text(file) ?? '', /^\s{0,8}(?:swift-)?(\d+(?:\.\d+){0,2})(?:-RELEASE)?\s{0,8}$/);
  return file !== null && found?.match[1]
    ? { tool: 'swift', value: found.match[1], because: [snapshot.evidence(file, found.line)] }
    : null;
}

const CALLED = /\bswift(?:-version["']?\s?:\s?["']?|:)v?(\d+\.\d+(?:\.\d+)?)(?![\d.])/;

function called(snapshot: Snapshot, automation: readonly AutomationLine[]): ToolVersion | null {
  const found = firstCall(snapshot, automation, CALLED);
  return found?.match[1] ? { tool: 'swift', value: found.match[1], because: [found.because] } : null;
}
