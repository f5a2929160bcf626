import type { ToolVersion } from '../../../domain/profile.ts';
import { firstMatch } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import type { Snapshot } from '../../snapshot.ts';
import { jdk, majorOf } from './version.ts';

/** The version of Gradle that the wrapper of that folder, or of the nearest one above, is made for. */
export function wrapperGradle(snapshot: Snapshot, directory: string): ToolVersion | null {
  const file = nearest(snapshot, directory, ['gradle/wrapper/gradle-wrapper.properties']) ?? '';
  const found = firstMatch(snapshot.text(file) ?? '', /^\s*distributionUrl\s*=.*\bgradle-(\d+(?:\.\d+)*)/);
  if (!found?.match[1]) return null;
  return { tool: 'gradle', value: found.match[1], because: [snapshot.evidence(file, found.line)] };
}

export interface RuntimeQuery {
  /** The JDK that the build asks for; null where it asks for none. */
  readonly wanted: ToolVersion | null;
  /** Null where no wrapper names one: it is started with the newest, which runners have. */
  readonly gradle: ToolVersion | null;
  readonly isAndroid: boolean;
}

/**
 * The JDK that Gradle is started with. It is the one that the build asks for, unless that Gradle cannot run on it: then the nearest one on
 * which it can, and the lines of both are cited. Gradle finds other JDKs for its toolchains by itself.
 */
export function runnableJdk({ wanted, gradle, isAndroid }: RuntimeQuery): ToolVersion | null {
  if (!gradle)
    return wanted && majorOf(wanted) < OLDEST_OF_RUNNERS ? jdk(String(OLDEST_OF_RUNNERS), wanted.because) : wanted;
  const because = [...(wanted?.because ?? []), ...gradle.because];
  const oldest = oldestJdk(gradle, isAndroid);
  const newest = newestJdk(gradle);
  if (wanted && majorOf(wanted) < oldest) return jdk(String(oldest), because);
  if (newest === null || (wanted && majorOf(wanted) <= newest)) return wanted;
  const supported = LONG_TERM.findLast((release) => release <= newest);
  return supported === undefined ? wanted : jdk(String(supported), because);
}

/** Gradle 9, which runners have, runs on no older one. (actions/runner-images, "Ubuntu2404-Readme"; docs.gradle.org, "Compatibility Matrix") */
const OLDEST_OF_RUNNERS = 17;

const LONG_TERM = [8, 11, 17, 21, 25];

/** Since when Gradle runs on a JDK. (docs.gradle.org, "Compatibility Matrix", 9.9) */
const RUNS_SINCE: readonly (readonly [jdk: number, gradle: string])[] = [
  [8, '2.0'],
  [9, '4.3'],
  [10, '4.7'],
  [11, '5.0'],
  [12, '5.4'],
  [13, '6.0'],
  [14, '6.3'],
  [15, '6.7'],
  [16, '7.0'],
  [17, '7.3'],
  [18, '7.5'],
  [19, '7.6'],
  [20, '8.3'],
  [21, '8.5'],
  [22, '8.8'],
  [23, '8.10'],
  [24, '8.14'],
  [25, '9.1'],
  [26, '9.4'],
];

/** Null for a Gradle that is as new as the table or newer: nothing is known against any JDK. */
function newestJdk({ value }: ToolVersion): number | null {
  const since = RUNS_SINCE.filter(([, gradle]) => isAtLeast(value, gradle));
  return since.length === RUNS_SINCE.length ? null : (since.at(-1)?.[0] ?? null);
}

/** Gradle 9 needs JDK 17; so do the Android plugins that run on Gradle 8, and those on Gradle 7 need 11. */
function oldestJdk({ value }: ToolVersion, isAndroid: boolean): number {
  if (isAtLeast(value, isAndroid ? '8.0' : '9.0')) return 17;
  return isAndroid && isAtLeast(value, '7.0') ? 11 : 8;
}

function isAtLeast(version: string, bound: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = bound.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
