import type { ProfileWarning } from '../../domain/profile.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { TOOL_FILES } from '../tool-versions.ts';
import { chooseBuild } from './java/both.ts';
import { gradleUnits } from './java/gradle.ts';
import { mavenUnits } from './java/maven.ts';

/** Java and Kotlin, by Maven and Gradle; a build with modules is one unit, at its root. */
export const java: Ecosystem = {
  name: 'java',
  reads: [
    '**/pom.xml',
    '**/*.gradle',
    '**/*.gradle.kts',
    '**/gradle.properties',
    '**/libs.versions.toml',
    '**/gradle-daemon-jvm.properties',
    '**/gradle-wrapper.properties',
    '**/.java-version',
    '**/.sdkmanrc',
    ...TOOL_FILES,
    '**/Dockerfile',
    '**/*.Dockerfile',
    '**/Dockerfile.*',
    '.github/workflows/*.{yml,yaml}',
    'README.md',
  ],
  detect: (snapshot) => {
    const maven = mavenUnits(snapshot);
    const gradle = gradleUnits(snapshot);
    const both = maven.value.flatMap(({ directory }) =>
      gradle.value.some((unit) => unit.directory === directory) ? [directory] : [],
    );
    const choices = new Map(both.map((directory) => [directory, chooseBuild(snapshot, directory)]));
    const isChosen = ({ directory, manager }: UnitDraft) => (choices.get(directory)?.tool ?? manager) === manager;
    return {
      units: [...maven.value, ...gradle.value].filter(isChosen),
      warnings: [...maven.warnings, ...gradle.warnings, ...both.map((directory) => bothWarning(snapshot, directory))],
    };
  },
};

/** A Gradle build beside a Maven build is said, with what decided. */
function bothWarning(snapshot: Snapshot, directory: string): ProfileWarning {
  const { tool, because } = chooseBuild(snapshot, directory);
  const message = `a Gradle build stands beside it; ${tool === 'maven' ? 'Maven' : 'Gradle'} is taken, for ${because.file}:${because.line}.`;
  return { file: joinPath(directory, 'pom.xml') ?? 'pom.xml', line: 1, message };
}
