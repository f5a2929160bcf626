import type { ProfileWarning, ToolVersion } from '../../../domain/profile.ts';
import { childAt } from '../../formats/xml.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import type { VersionPlace, VersionSource } from '../../version-sources.ts';
import { enforcedJdk } from './enforcer.ts';
import { pluginsOf } from './plugins.ts';
import { lineage, type Pom, type Poms } from './pom.ts';
import { follow, type PomValue, propertyValue } from './properties.ts';
import type { Reactor } from './reactor.ts';
import { builtWith, DOCKER_JDKS, jdk, newest, PINNED_JDKS, pipelineJdks } from './version.ts';

interface JdkQuery extends VersionPlace {
  readonly declared: ToolVersion | null;
}

/** How a job shows that it builds by Maven. */
const MAVEN = /\bmvnw?\b/;

/** Where the JDK of a reactor stands, best first. */
export const MAVEN_JDKS: readonly VersionSource<JdkQuery>[] = [
  ...PINNED_JDKS,
  {
    from: 'the JDK that its own workflows set up, where it is newer than what it is compiled for, or that very release without long-term support',
    find: ({ snapshot, directory, declared }) => builtWith({ snapshot, directory, runs: MAVEN }, declared),
  },
  {
    from: 'the newest release that a module is compiled for, or that `requireJavaVersion` of its enforcer starts from',
    find: ({ declared }) => declared,
  },
  ...DOCKER_JDKS,
  ...pipelineJdks(MAVEN),
];

/** The newest release that a member is compiled for, or whose build starts on no older one: the JDK that can build them all. */
export function declaredJdk(snapshot: Snapshot, { members }: Reactor, poms: Poms): Found<ToolVersion | null> {
  const chains = members.map((pom) => lineage(pom, poms));
  const found = chains.map((chain) => releaseOf(snapshot, chain));
  const versions = [...found.map(({ value }) => value), ...chains.map((chain) => enforcedJdk(snapshot, chain))];
  return { value: newest(versions), warnings: found.flatMap(({ warnings }) => warnings) };
}

/** A property of the pom, or a setting of maven-compiler-plugin. */
export type ReleaseName = { readonly property: string } | { readonly compiler: string };

/**
 * What says the release that a module is compiled for, best first. (detection.md, row "Java Maven"; `java.version` is Spring Boot's, which
 * sets the others; the last are Kotlin's, and the one that Micronaut's template gives to its parent)
 */
export const RELEASES: readonly ReleaseName[] = [
  { property: 'maven.compiler.release' },
  { compiler: 'release' },
  { property: 'java.version' },
  { property: 'maven.compiler.source' },
  { compiler: 'source' },
  { property: 'maven.compiler.target' },
  { compiler: 'target' },
  { property: 'kotlin.compiler.jvmTarget' },
  { property: 'jdk.version' },
];

function releaseOf(snapshot: Snapshot, chain: readonly Pom[]): Found<ToolVersion | null> {
  const warnings: ProfileWarning[] = [];
  for (const name of RELEASES) {
    const { value, warnings: heard } =
      'property' in name
        ? propertyValue(snapshot, chain, name.property)
        : compilerSetting(snapshot, chain, name.compiler);
    warnings.push(...heard);
    const version = value && jdk(value.value, value.because);
    if (version) return { value: version, warnings };
  }
  return { value: null, warnings };
}

function compilerSetting(snapshot: Snapshot, chain: readonly Pom[], name: string): Found<PomValue | null> {
  for (const pom of chain) {
    for (const { artifactId, element: plugin } of pluginsOf(pom)) {
      const element = artifactId === 'maven-compiler-plugin' ? childAt(plugin, 'configuration', name) : null;
      if (element) return follow(snapshot, chain, { element, file: pom.file });
    }
  }
  return { value: null, warnings: [] };
}
