import type { ToolVersion } from '../../../domain/profile.ts';
import { firstMatch, linesOf } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { VersionPlace, VersionSource } from '../../version-sources.ts';
import type { GradleBuild } from './gradle-build.ts';
import { catalogueVersion } from './gradle-catalogue.ts';
import { builtWith, DOCKER_JDKS, jdk, newest, pipelineJdks } from './version.ts';

interface JdkQuery extends VersionPlace {
  readonly build: GradleBuild;
}

/** How a job shows that it builds by Gradle. */
const GRADLE = /\bgradlew?\b/;

const RUNS_ON = declared(
  '`sourceCompatibility`, `targetCompatibility`, `options.release` or `jvmTarget` of the scripts: what it runs on at the oldest',
  /\b(?:source|target)Compatibility\s*(?:=(?!=)|\(|\.set\s*\(|\s)|\boptions\.release\s*(?:=(?!=)|\.set\s*\()|\bjvmTarget\s*(?:=(?!=)|\.set\s*\()/,
);

/** The JDK that a build asks for; of several the newest. (detection.md, row "Java/Kotlin Gradle") */
export const GRADLE_JDKS: readonly VersionSource<JdkQuery>[] = [
  { from: '`toolchainVersion` of `gradle/gradle-daemon-jvm.properties`', find: daemonJdk },
  declared(
    '`languageVersion` or `jvmToolchain` of the scripts: what compiles',
    /\blanguageVersion\s*(?:=|\(|\.set\s*\(|\s)\s*JavaLanguageVersion\.of\s*\(|\bjvmToolchain\s*\(/,
  ),
  {
    from: 'the JDK that its own workflows set up, where it is newer than what it runs on, or that very release without long-term support',
    find: (query) =>
      builtWith({ snapshot: query.snapshot, directory: query.directory, runs: GRADLE }, RUNS_ON.find(query)),
  },
  RUNS_ON,
  ...DOCKER_JDKS,
  ...pipelineJdks(GRADLE),
];

/** The criteria that Gradle itself writes for the JVM that it runs in. */
function daemonJdk({ snapshot, directory }: VersionPlace): ToolVersion | null {
  const file = joinPath(directory, 'gradle/gradle-daemon-jvm.properties') ?? '';
  const found = firstMatch(snapshot.text(file) ?? '', /^\s*toolchainVersion\s*=\s*(\d+)/);
  return found?.match[1] ? jdk(found.match[1], [snapshot.evidence(file, found.line)]) : null;
}

/** What follows the match is the value. */
function declared(from: string, pattern: RegExp): VersionSource<JdkQuery> {
  return { from, find: ({ snapshot, build }) => declaredJdk(snapshot, build, pattern) };
}

function declaredJdk(snapshot: Snapshot, build: GradleBuild, pattern: RegExp): ToolVersion | null {
  const known = variablesOf(snapshot, build);
  return newest(
    build.scripts.flatMap(({ file, lines }) =>
      lines.map(({ text, number }) => {
        const match = pattern.exec(text);
        if (!match) return null;
        const rest = text.slice(match.index + match[0].length);
        return evaluate({ snapshot, build, known }, rest, { file, line: number });
      }),
    ),
  );
}

interface Variable {
  readonly value: string;
  readonly file: string;
  readonly line: number;
}

/** Plain numbers that scripts and gradle.properties give a name: `val javaVersion = 21`. */
function variablesOf(snapshot: Snapshot, { directory, scripts }: GradleBuild): ReadonlyMap<string, Variable> {
  const properties = joinPath(directory, 'gradle.properties') ?? '';
  const sources = [{ file: properties, lines: linesOf(snapshot.text(properties) ?? '') }, ...scripts];
  return new Map(
    sources.flatMap(({ file, lines }) =>
      lines.flatMap(({ text, number }): [string, Variable][] => {
        const [, set, assigned, value] = ASSIGNMENT.exec(text) ?? [];
        const name = set ?? assigned?.replace(/^(?:project\.)?ext\./, '');
        return name && value ? [[name, { value, file, line: number }]] : [];
      }),
    ),
  );
}

/** `set("jdk", 17)`, or a name, perhaps in brackets and with a type, that is made equal to a number. */
const ASSIGNMENT =
  /(?:\bset\s*\(\s*["']([\w.]+)["']\s*,|(?<![\w.])([A-Za-z_][\w.]*)["']?\]?\s*(?::\s*\w+\s*)?=)\s*["']?(\d+(?:\.\d+)*)["']?[\s;)}]*$/;

interface Knowledge {
  readonly snapshot: Snapshot;
  readonly build: GradleBuild;
  readonly known: ReadonlyMap<string, Variable>;
}

/** A number, a constant of Gradle or Kotlin, a version of the catalogue, or a name of these; anything else is not known. */
function evaluate(
  { snapshot, build, known }: Knowledge,
  expression: string,
  at: { readonly file: string; readonly line: number },
): ToolVersion | null {
  const here = snapshot.evidence(at.file, at.line);
  const literal =
    /^[\s(]*(?:\w+\.(?:toVersion|of|fromTarget)\()?["']?(\d+(?:\.\d+)*)/.exec(expression)?.[1] ??
    /\b(?:VERSION|JVM)_(\d+(?:_\d+)?)\b/.exec(expression)?.[1];
  if (literal !== undefined) return jdk(literal.replace('_', '.'), [here]);
  const alias = /\blibs\.versions\.([\w.]+)/.exec(expression)?.[1]?.replace(/\.(?:get|asProvider|orNull)\b.*$/, '');
  const listed = alias !== undefined && build.catalogue ? catalogueVersion(build.catalogue, alias) : null;
  if (listed && build.catalogue) return jdk(listed.value, [build.catalogue.evidence(listed.path), here]);
  const names = [...expression.matchAll(/[A-Za-z_][\w.]*/g)].map(([name]) => name);
  const variable = names.map((name) => known.get(name) ?? known.get(name.split('.').at(-1) ?? '')).find(Boolean);
  return variable ? jdk(variable.value, [snapshot.evidence(variable.file, variable.line), here]) : null;
}
