import type { ToolVersion } from '../../../domain/profile.ts';
import { type AutomationLine, firstCall } from '../../ci/automation.ts';
import { baseImage } from '../../docker/base-tag.ts';
import type { Snapshot } from '../../snapshot.ts';
import { firstFound } from '../../source.ts';
import { toolFiles } from '../../tool-versions.ts';
import { pinFile, type VersionPlace, type VersionSource } from '../../version-sources.ts';
import type { SwiftPackage } from './package.ts';

interface VersionQuery extends VersionPlace {
  readonly tools: SwiftPackage['tools'];
  readonly automation: readonly AutomationLine[];
}

/** What the manifest asks for is the oldest that may read it: it comes last. */
export const SWIFT_VERSIONS: readonly VersionSource<VersionQuery>[] = [
  pinFile('swift', '.swift-version', /^\s{0,8}(?:swift-)?(\d+(?:\.\d+){0,2})(?:-RELEASE)?\s{0,8}$/),
  toolFiles('swift', ['swift']),
  baseImage('swift', ['swift']),
  { from: 'a version that the repository’s own pipelines, tasks and scripts name', find: called },
  {
    from: '`swift-tools-version` of `Package.swift`',
    find: ({ tools }) => ({ tool: 'swift', value: tools.value, because: [tools.because] }),
  },
];

/** The release of Swift that a package is built with. */
export function swiftVersion(
  snapshot: Snapshot,
  { directory, tools }: SwiftPackage,
  automation: readonly AutomationLine[],
): ToolVersion | null {
  return firstFound(SWIFT_VERSIONS, { snapshot, directory, tools, automation });
}

const CALLED = /\bswift(?:-version["']?\s?:\s?["']?|:)v?(\d+\.\d+(?:\.\d+)?)(?![\d.])/;

function called({ snapshot, automation }: VersionQuery): ToolVersion | null {
  const found = firstCall(snapshot, automation, CALLED);
  return found?.match[1] ? { tool: 'swift', value: found.match[1], because: [found.because] } : null;
}
