import type { ProfileWarning, ToolVersion } from '../../../domain/profile.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { childAt } from '../../xml.ts';
import { pluginsOf } from './plugins.ts';
import { lineage, type Pom, type Poms } from './pom.ts';
import { follow, type PomValue, propertyValue } from './properties.ts';
import type { Reactor } from './reactor.ts';
import { jdk, newest } from './version.ts';

/** The newest release that a member is compiled for: the JDK that can build them all. */
export function declaredJdk(snapshot: Snapshot, { members }: Reactor, poms: Poms): Found<ToolVersion | null> {
  const found = members.map((pom) => releaseOf(snapshot, lineage(pom, poms)));
  return { value: newest(found.map(({ value }) => value)), warnings: found.flatMap(({ warnings }) => warnings) };
}

/** (detection.md, row "Java Maven"; `java.version` is Spring Boot's, which sets the others, and the last is Kotlin's) */
function releaseOf(snapshot: Snapshot, chain: readonly Pom[]): Found<ToolVersion | null> {
  const property = (name: string) => () => propertyValue(snapshot, chain, name);
  const compiler = (name: string) => () => compilerSetting(snapshot, chain, name);
  const warnings: ProfileWarning[] = [];
  for (const look of [
    property('maven.compiler.release'),
    compiler('release'),
    property('java.version'),
    property('maven.compiler.source'),
    compiler('source'),
    property('maven.compiler.target'),
    compiler('target'),
    property('kotlin.compiler.jvmTarget'),
  ]) {
    const { value, warnings: heard } = look();
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
