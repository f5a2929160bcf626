import type { Evidence } from '../../../domain/evidence.ts';
import { JAVA_LTS } from '../../../domain/jdk.ts';
import type { ToolVersion } from '../../../domain/profile.ts';
import { baseImage, dockerfilesIn } from '../../docker/base-tag.ts';
import { agreed, agreedSetUp, newestOfMatrix, type SetUpQuery } from '../../harvest/set-ups.ts';
import { type Line, linesOf } from '../../lines.ts';
import { baseName } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { toolFiles } from '../../tool-versions.ts';
import { pinFile, type VersionPlace, type VersionSource } from '../../version-sources.ts';

/** A tool file that pins a JDK, here or above: what setup-java can read by itself. */
export const PINNED_JDKS: readonly VersionSource<VersionPlace>[] = [
  pinned('.java-version', /^\s*(\S+)/),
  pinned('.sdkmanrc', /^\s*java\s*=\s*(\S+)/),
  withoutVendors(toolFiles('java', ['java'])),
];

function pinned(name: string, pattern: RegExp): VersionSource<VersionPlace> {
  return withoutVendors(pinFile('java', name, pattern));
}

/** What has no number says nothing. */
function withoutVendors({ from, find }: VersionSource<VersionPlace>): VersionSource<VersionPlace> {
  return {
    from,
    find: (place) => {
      const version = find(place);
      const value = version && withoutVendor(version.value);
      return version && value !== null ? { ...version, value } : null;
    },
  };
}

/** `21.0.5` of `temurin-21.0.5`, `21.0.5-tem` and `21.0.5`; `17` of `graalvm-22.3.1+java17`, whose own number comes first. */
function withoutVendor(written: string): string | null {
  const number = /\+java(\d+)/.exec(written)?.[1] ?? /^(?:[A-Za-z][\w.]*-)*(\d+(?:\.\d+)*)/.exec(written)?.[1];
  return number?.replace(OLD_NAME, '$1') ?? null;
}

/** Up to Java 8 a release was called `1.8`. */
const OLD_NAME = /^1\.([5-8])(?:\.0)?$/;

/** A JDK by the number that stands in a build file: `1.8` is the old name of 8. Null where it is no number. */
export function jdk(value: string, because: readonly Evidence[]): ToolVersion | null {
  const number = /^\d+(?:\.\d+)*$/.exec(value.trim())?.[0];
  return number === undefined ? null : { tool: 'java', value: number.replace(OLD_NAME, '$1'), because };
}

/** 8 of `8`, 17 of `17.0.9`. */
export function majorOf({ value }: ToolVersion): number {
  return Number.parseInt(value, 10);
}

/** The newest of several: an older release can be compiled by a newer compiler, and never the other way. The first wins a tie. */
export function newest(versions: readonly (ToolVersion | null)[]): ToolVersion | null {
  return versions.reduce((best, one) => (one && (!best || majorOf(one) > majorOf(best)) ? one : best), null);
}

const JDK_IMAGES = ['eclipse-temurin', 'openjdk', 'amazoncorretto', 'liberica-openjdk-debian', 'zulu-openjdk'];

/**
 * The JDK that the repository's own pipelines build with, where it is one, and newer than what the build declares to run on, or that very
 * release without long-term support: others are not expected to build it.
 */
export function builtWith(
  query: Pick<SetUpQuery, 'snapshot' | 'directory' | 'runs'>,
  oldest: ToolVersion | null,
): ToolVersion | null {
  const found = agreedSetUp({ ...query, tool: 'java' });
  if (!found || !oldest) return null;
  const isThatOne = majorOf(found) === majorOf(oldest) && !JAVA_LTS.includes(majorOf(found));
  return majorOf(found) > majorOf(oldest) || isThatOne ? found : null;
}

/** The JDK of the folder's Dockerfile, of a stage that builds before one that runs: the last place to look. */
export const DOCKER_JDKS: readonly VersionSource<VersionPlace>[] = [
  { from: 'the JDK in the tag of `maven` or `gradle` in the folder’s Dockerfiles', find: ofBuilder },
  baseImage('java', JDK_IMAGES),
];

/** What pipelines build with, where nothing of the repository says more: by what they start. */
export function pipelineJdks(runs: RegExp): readonly VersionSource<VersionPlace>[] {
  return [agreed('java', runs), newestOfMatrix('java', runs)];
}

function ofBuilder({ snapshot, directory }: VersionPlace): ToolVersion | null {
  const builders = dockerfilesIn(snapshot, directory).flatMap((file) =>
    linesOf(snapshot.text(file) ?? '').map((line) => builderJdk(snapshot, file, line)),
  );
  return builders.find((version) => version !== null) ?? null;
}

/** `maven:3.9-eclipse-temurin-21`, `gradle:8.5-jdk21`: the tool's version first, the JDK's later in the tag. */
function builderJdk(snapshot: Snapshot, file: string, { text, number }: Line): ToolVersion | null {
  const image = /^\s*FROM\s+(?:--\S+\s+)*(\S+)/i.exec(text)?.[1] ?? '';
  const tag = /^(?:maven|gradle):(.+)$/i.exec(baseName(image))?.[1] ?? '';
  const release = /(?:jdk|temurin|corretto|zulu|liberica)-?(\d+)/i.exec(tag)?.[1];
  return release === undefined ? null : jdk(release, [snapshot.evidence(file, number)]);
}
