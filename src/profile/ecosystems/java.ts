import type { Ecosystem } from '../ecosystem.ts';
import { gradleUnits } from './java/gradle.ts';
import { mavenUnits } from './java/maven.ts';

/** Java and Kotlin, by Maven and Gradle; a build with modules is one unit, at its root. */
export const java: Ecosystem = {
  name: 'java',
  reads: [
    '**/pom.xml',
    '**/settings.gradle',
    '**/settings.gradle.kts',
    '**/build.gradle',
    '**/build.gradle.kts',
    '**/gradle.properties',
    '**/libs.versions.toml',
    '**/gradle-daemon-jvm.properties',
    '**/.java-version',
    '**/.sdkmanrc',
    '**/.tool-versions',
    '**/mise.toml',
    '**/Dockerfile',
    '**/*.Dockerfile',
    '**/Dockerfile.*',
  ],
  detect: (snapshot) => {
    const maven = mavenUnits(snapshot);
    const gradle = gradleUnits(snapshot);
    // Two builds in one folder: Maven's is the one that needs no script to be understood.
    const taken = new Set(maven.units.map(({ directory }) => directory));
    const clashes = gradle.units.filter(({ directory }) => taken.has(directory));
    const warnings = clashes.map(({ directory }) => ({
      file: directory === '.' ? 'pom.xml' : `${directory}/pom.xml`,
      line: 1,
      message: 'a Gradle build stands beside it; Maven is taken.',
    }));
    return {
      units: [...maven.units, ...gradle.units.filter(({ directory }) => !taken.has(directory))],
      warnings: [...maven.warnings, ...gradle.warnings, ...warnings.filter(({ file }) => snapshot.has(file))],
    };
  },
};
