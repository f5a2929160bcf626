import type { ProfileWarning, ToolVersion } from '../../domain/profile.ts';
import { AUTOMATION, type AutomationLine, readAutomation } from '../ci/automation.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { baseName, isWithin } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { TOOL_FILES } from '../tool-versions.ts';
import { findBuilds, type SbtBuild } from './scala/build.ts';
import { type SbtCall, sbtCalls } from './scala/calls.ts';
import { commandsOf } from './scala/commands.ts';
import { sbtDependencies } from './scala/dependencies.ts';
import { jdkOf } from './scala/jdk.ts';
import { crossVersions, scalaVersion } from './scala/version.ts';

/** Scala, by sbt; a build with subprojects is one unit, at its root. */
export const scala: Ecosystem = {
  name: 'scala',
  reads: [
    '**/*.sbt',
    '**/project/*.scala',
    '**/project/build.properties',
    '**/.java-version',
    '**/.sdkmanrc',
    ...TOOL_FILES,
    '**/{[Dd]ockerfile,Containerfile}*',
    ...AUTOMATION,
  ],
  detect: (snapshot) => {
    const builds = findBuilds(snapshot);
    const automation = readAutomation(snapshot);
    const place = {
      snapshot,
      automation,
      calls: builds.length > 0 ? sbtCalls(snapshot, automation) : [],
      isAlone: builds.length === 1,
    };
    return { units: builds.map((build) => draft(build, place)), warnings: millWarnings(snapshot) };
  },
};

interface Place {
  readonly snapshot: Snapshot;
  readonly automation: readonly AutomationLine[];
  readonly calls: readonly SbtCall[];
  /** No other build of sbt is there whose calls could be meant. */
  readonly isAlone: boolean;
}

function draft(build: SbtBuild, { snapshot, automation, calls, isAlone }: Place): UnitDraft {
  const { directory, sbt } = build;
  const java = jdkOf(snapshot, build, automation);
  const tools: readonly (ToolVersion | null)[] = [java, sbt];
  const cited = java?.because.map(({ file }) => file) ?? [];
  const isCross = crossVersions(snapshot, build).length > 1;
  return {
    directory,
    ecosystem: 'scala',
    manager: 'sbt',
    lockfile: null,
    version: scalaVersion(snapshot, build),
    versions: tools.filter((tool) => tool !== null),
    commands: commandsOf({
      snapshot,
      build,
      isCross,
      calls: calls.filter((call) => call.directory === directory || (call.directory === null && isAlone)),
    }),
    alsoOwns: [...new Set(cited.filter((file) => !isWithin(directory, file)))],
    dependsOn: [],
    dependencies: sbtDependencies(build),
  };
}

/** Mill is none of the managers that a profile can name. */
function millWarnings(snapshot: Snapshot): ProfileWarning[] {
  const files = snapshot.paths.filter((path) => MILL.includes(baseName(path)));
  return files.map((file) => ({
    file,
    line: 1,
    message: 'this is a build of Mill, which is not known; it is left out.',
  }));
}

const MILL = ['build.mill', 'build.sc'];
