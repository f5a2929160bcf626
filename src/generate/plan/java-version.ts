import { isOfTemurin, JAVA_LTS } from '../../domain/jdk.ts';
import type { SetupVersion } from '../../domain/pipeline.ts';
import type { Unit } from '../../domain/profile.ts';
import { versionOf } from './versions.ts';

/** Where a build says what it is compiled for, or an image what it is built in: a newer release does the same. */
const BUILD_FILE =
  /(^|\/)(?:pom\.xml|[^/]{0,100}\.gradle(?:\.kts)?|gradle\.properties|gradle-daemon-jvm\.properties|[\w.-]{1,60}\.versions\.toml|build\.sbt|[^/]{0,100}(?:Docker|Container)file[^/]{0,60})$/i;

/**
 * setup-java takes whole releases. What compiles for 16 is built with the next one that has long-term support, but for what pipelines
 * set up: that is known to build it.
 */
export function javaVersion({ version, versions }: Unit): SetupVersion {
  const java = [version, ...versions].find((one) => one?.tool === 'java') ?? null;
  const found = versionOf(java, 'java');
  const major = Number(/^(?:1\.)?(\d+)/.exec(java?.value ?? '')?.[1] ?? Number.NaN);
  // A file cannot say that the release is of another distribution.
  if (found.kind === 'file' && java && major > OLDEST && !isOfTemurin(major))
    return { kind: 'value', value: String(major), written: java.value, because: java.because };
  if (found.kind !== 'value') return found;
  if (Number.isNaN(major)) return versionOf(null, 'java');
  const isBuilt = major > OLDEST && !found.because.some(({ file }) => BUILD_FILE.test(file));
  const release = isBuilt ? major : (JAVA_LTS.find((it) => it >= major) ?? major);
  return { ...found, value: String(release), ...(release === major ? {} : { written: found.value }) };
}

/** Older compilers do nothing that this one does not. */
const OLDEST = 8;
