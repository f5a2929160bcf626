import type { ToolVersion } from '../../../domain/profile.ts';
import { childAt, childrenNamed } from '../../formats/xml.ts';
import type { Snapshot } from '../../snapshot.ts';
import { pluginsOf } from './plugins.ts';
import type { Pom } from './pom.ts';
import { follow } from './properties.ts';
import { jdk } from './version.ts';

/** The oldest JDK that a module's build starts on at all: `requireJavaVersion` of maven-enforcer-plugin. (maven.apache.org, "Version Range Specification") */
export function enforcedJdk(snapshot: Snapshot, chain: readonly Pom[]): ToolVersion | null {
  for (const pom of chain) {
    const plugins = pluginsOf(pom).filter(({ artifactId }) => artifactId === 'maven-enforcer-plugin');
    const places = plugins.flatMap(({ element }) => [
      element,
      ...childrenNamed(childAt(element, 'executions'), 'execution'),
    ]);
    for (const place of places) {
      const element = childAt(place, 'configuration', 'rules', 'requireJavaVersion', 'version');
      const found = element && follow(snapshot, chain, { element, file: pom.file }).value;
      const version = found && jdk(oldestOf(found.value), found.because);
      if (version) return version;
    }
  }
  return null;
}

/** `17` of `[17,22)` and of `17`; nothing of `(,17]`. */
function oldestOf(range: string): string {
  return /^\s{0,20}[[(]?\s{0,20}(\d{1,4}(?:\.\d{1,4}){0,4})/.exec(range)?.[1] ?? '';
}
