import type { ToolVersion } from '../../../domain/profile.ts';
import { type AutomationLine, pipelinesOf } from '../../ci/automation.ts';
import type { Snapshot } from '../../snapshot.ts';
import { firstFound } from '../../source.ts';
import type { VersionPlace, VersionSource } from '../../version-sources.ts';
import { DOCKER_JDKS, PINNED_JDKS } from '../java/version.ts';
import type { SbtBuild } from './build.ts';

interface JdkQuery extends VersionPlace {
  readonly build: SbtBuild;
  readonly automation: readonly AutomationLine[];
}

/** Where the JDK of a build stands, best first. */
export const SBT_JDKS: readonly VersionSource<JdkQuery>[] = [
  ...PINNED_JDKS,
  { from: 'the newest on the first line of a pipeline with sbt that names one', find: calledJdk },
  ...DOCKER_JDKS,
  { from: 'the newest that its release of sbt runs on, where that is not any', find: runnableJdk },
];

/** The JDK that sbt is started with. */
export function jdkOf(snapshot: Snapshot, build: SbtBuild, automation: readonly AutomationLine[]): ToolVersion | null {
  return firstFound(SBT_JDKS, { snapshot, directory: build.directory, build, automation });
}

/** `java-version: 21`, `jvm: temurin:21`, `java: [temurin@11, temurin@17]`, `jdk: openjdk11`; of several on a line the newest. */
const JDK = /^\s{0,40}(?:-\s{1,4})?["']?(?:java-version|java|jdk|jvm|javaVersion)["']?\s{0,4}:\s{0,4}([^#]{1,200})/i;

function calledJdk({ snapshot, automation }: JdkQuery): ToolVersion | null {
  const files = new Set(pipelinesOf(snapshot).filter((file) => /\bsbt\b/.test(snapshot.text(file) ?? '')));
  for (const { file, text, number } of automation) {
    const written = files.has(file) ? JDK.exec(text)?.[1] : undefined;
    if (written === undefined || written.includes('${{')) continue;
    const releases = written
      .split(/[,\s]+/)
      .flatMap((word) => /(?:^|[^\d.])(?:1\.)?(\d{1,2})(?:\.\d+)*["'\]]*$/.exec(word)?.[1] ?? []);
    const newest = Math.max(...releases.map(Number));
    if (newest >= OLDEST) return { tool: 'java', value: String(newest), because: [snapshot.evidence(file, number)] };
  }
  return null;
}

/** No build that is still run asks for an older one: a smaller number is somebody's counter. */
const OLDEST = 8;

/** The first releases that run on a JDK. (docs.scala-lang.org, "JDK compatibility"; sbt's release notes) */
const RUNS_ON: readonly (readonly [sbt: readonly [number, number], jdk: string])[] = [
  [[1, 9], '21'],
  [[1, 6], '17'],
  [[1, 1], '11'],
  [[0, 0], '8'],
];

/** Null for a release that runs on the newest: nothing has to be said then. */
function runnableJdk({ build: { sbt } }: JdkQuery): ToolVersion | null {
  const [, major, minor] = /^(\d{1,3})\.(\d{1,3})/.exec(sbt?.value ?? '') ?? [];
  if (!sbt || major === undefined || minor === undefined) return null;
  const found = RUNS_ON.find(([[a, b]]) => Number(major) > a || (Number(major) === a && Number(minor) >= b));
  return !found || found === RUNS_ON[0] ? null : { tool: 'java', value: found[1], because: sbt.because };
}
