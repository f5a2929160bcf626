import type { ProfileWarning } from '../../domain/profile.ts';
import { AUTOMATION, type AutomationLine, readAutomation } from '../ci/automation.ts';
import { type CiCommand, readCiCommands } from '../ci/commands.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { directoryOf, isWithin, joinPath } from '../paths.ts';
import type { Found, Snapshot } from '../snapshot.ts';
import { TOOL_FILES } from '../tool-versions.ts';
import { commandsOf } from './swift/commands.ts';
import { readPackages, type SwiftPackage } from './swift/package.ts';
import { swiftVersion } from './swift/version.ts';

/** Packages of Swift's own package manager. What only Xcode builds is said. */
export const swift: Ecosystem = {
  name: 'swift',
  reads: ['**/Package.swift', '**/.swift-version', ...TOOL_FILES, '**/{[Dd]ockerfile,Containerfile}*', ...AUTOMATION],
  detect: (snapshot) => {
    const packages = readPackages(snapshot);
    const calls = packages.length > 0 ? readCiCommands(snapshot, /\bswift\b|\bxcodebuild\b/) : [];
    const automation = readAutomation(snapshot);
    const drafts = packages.map((one) => draft({ snapshot, package: one, calls, automation }));
    return {
      units: drafts.map(({ value }) => value),
      warnings: [...drafts.flatMap(({ warnings }) => warnings), ...xcodeWarnings(snapshot, packages)],
    };
  },
};

interface Place {
  readonly snapshot: Snapshot;
  readonly package: SwiftPackage;
  /** What the repository's own workflows call. */
  readonly calls: readonly CiCommand[];
  readonly automation: readonly AutomationLine[];
}

function draft({ snapshot, package: one, calls, automation }: Place): Found<UnitDraft> {
  const { directory, dependencies } = one;
  const path = joinPath(directory, 'Package.resolved') ?? 'Package.resolved';
  const lockfile = snapshot.has(path) ? path : null;
  const version = swiftVersion(snapshot, one, automation);
  const commands = commandsOf({ snapshot, package: one, lockfile, version, calls });
  const cited = version?.because.map(({ file }) => file) ?? [];
  return {
    value: {
      directory,
      ecosystem: 'swift',
      manager: 'spm',
      lockfile,
      version,
      versions: [],
      commands: commands.value,
      alsoOwns: [...new Set(cited.filter((file) => !isWithin(directory, file)))],
      dependsOn: one.folders,
      dependencies,
    },
    warnings: commands.warnings,
  };
}

/** A project of Xcode without a package around it. */
function xcodeWarnings(snapshot: Snapshot, packages: readonly SwiftPackage[]): ProfileWarning[] {
  const projects = snapshot.paths.filter((path) => XCODE.test(path) && !/(^|\/)Pods\//.test(path));
  const alone = projects.filter(
    (path) => !packages.some(({ directory }) => isWithin(directory, directoryOf(directoryOf(path)))),
  );
  const message = 'this is a project of Xcode, which builds on macOS alone; it is left out.';
  return alone.map((file) => ({ file, line: 1, message }));
}

const XCODE = /(^|\/)[^/]+\.xcodeproj\/project\.pbxproj$/;
