import type { Guide } from '../../guide.ts';
import { BUILD_TOOLS } from './both.ts';
import { GRADLE_JDKS } from './gradle-version.ts';
import { MAVEN_JDKS, RELEASES } from './maven-version.ts';
import { PINNED_JDKS } from './version.ts';

const releases = RELEASES.map((name) =>
  'property' in name ? `\`${name.property}\`` : `\`<${name.compiler}>\` of the compiler’s plugin`,
).join(', then ');

/** For the documentation. */
export const guide: Guide = {
  title: 'Java and Kotlin',
  unit: 'All that one call of Maven or Gradle builds: a build with its modules is one unit, at its root. It is Kotlin’s where a plugin of Kotlin is used, or, with Gradle, its sources are there. Of two builds in one folder one is taken.',
  managers: { maven: [], gradle: ['gradle.lockfile'] },
  choice: BUILD_TOOLS,
  versions: [
    { tool: 'java, with Maven', sources: MAVEN_JDKS, note: `A module’s release: ${releases}.` },
    {
      tool: 'java, with Gradle',
      sources: [...PINNED_JDKS, ...GRADLE_JDKS],
      note: 'Where the build’s release of Gradle cannot run on what its scripts or Dockerfile say, the nearest JDK on which it can.',
    },
  ],
  commands: {
    install: 'nothing: both fetch what they need',
    lint: 'Maven: plugins that no phase runs, by their goals. Gradle: `check` where there are no tests, and formatters that it does not know',
    test: '`mvn verify` or `gradle check` where there are tests, by the wrapper where it can start',
    build: '`mvn -DskipTests package`, `gradle assemble`, or the task of the repository’s own image',
  },
};
