import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, Commands, LintCommand, ProfileWarning, ToolVersion } from '../../../domain/profile.ts';
import { dockerTag } from '../../docker/base-tag.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { firstMatch, linesOf } from '../../lines.ts';
import { baseName, directoryOf, isWithin, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { pinnedJdk } from './version.ts';

/** One unit a Gradle build: a folder with a settings script, else one with a build script below no other. Scripts are read by pattern, never run. */
export function gradleUnits(snapshot: Snapshot): {
  readonly units: readonly UnitDraft[];
  readonly warnings: readonly ProfileWarning[];
} {
  const settings = foldersWith(snapshot, /^settings\.gradle(\.kts)?$/).filter(
    (directory) => !directory.endsWith('buildSrc'),
  );
  const builds = foldersWith(snapshot, /^build\.gradle(\.kts)?$/);
  const roots = [...settings, ...builds.filter((directory) => !settings.some((root) => isWithin(root, directory)))];
  const outer = roots.filter((directory) =>
    !settings.includes(directory) ? !builds.some((other) => other !== directory && isWithin(other, directory)) : true,
  );
  return { units: outer.map((directory) => draft(snapshot, directory, settings)), warnings: [] };
}

function foldersWith(snapshot: Snapshot, name: RegExp): string[] {
  return [...new Set(snapshot.paths.filter((path) => name.test(baseName(path))).map(directoryOf))];
}

function draft(snapshot: Snapshot, directory: string, settings: readonly string[]): UnitDraft {
  const inner = settings.filter((other) => other !== directory && isWithin(directory, other));
  const scripts = snapshot.paths.filter(
    (path) =>
      /^(build|settings)\.gradle(\.kts)?$/.test(baseName(path)) &&
      isWithin(directory, path) &&
      !inner.some((other) => isWithin(other, path)),
  );
  const lock = joinPath(directory, 'gradle.lockfile') ?? '';
  return {
    directory,
    ecosystem: scripts.some((file) => firstMatch(snapshot.text(file) ?? '', KOTLIN)) ? 'kotlin' : 'java',
    manager: 'gradle',
    lockfile: snapshot.has(lock) ? lock : null,
    version:
      pinnedJdk(snapshot, directory) ??
      declaredJdk(snapshot, directory, scripts) ??
      dockerTag({ snapshot, directory, tool: 'java', images: JDK_IMAGES }),
    versions: [],
    commands: commandsOf(snapshot, directory, scripts),
    alsoOwns: [],
    dependsOn: scripts.flatMap((file) => includedBuilds(snapshot, directory, file)),
    dependencies: scripts.flatMap((file) => dependenciesOf(snapshot, file)),
  };
}

const KOTLIN =
  /kotlin\("(?:jvm|multiplatform|android)"\)|org\.jetbrains\.kotlin\.(?:jvm|multiplatform|android)|kotlin-gradle-plugin|libs\.plugins\.kotlin/;
const JDK_IMAGES = ['eclipse-temurin', 'openjdk', 'amazoncorretto', 'gradle'];

const VERSION_PATTERNS = [
  /languageVersion(?:\.set\(|\s*=\s*|\s+)\s*JavaLanguageVersion\.of\((\d+)\)/,
  /jvmToolchain\((\d+)\)/,
  /(?:source|target)Compatibility\s*(?:=|\s)\s*(?:JavaVersion\.VERSION_(?:1_)?|["'])?(?:1\.)?(\d+)/,
  /options\.release(?:\.set\(|\s*=\s*)(\d+)/,
];

function declaredJdk(snapshot: Snapshot, directory: string, scripts: readonly string[]): ToolVersion | null {
  const daemon = joinPath(directory, 'gradle/gradle-daemon-jvm.properties') ?? '';
  const pinned = firstMatch(snapshot.text(daemon) ?? '', /^toolchainVersion=(\d+)/);
  if (pinned?.match[1])
    return { tool: 'java', value: pinned.match[1], because: [snapshot.evidence(daemon, pinned.line)] };
  for (const pattern of VERSION_PATTERNS) {
    for (const file of scripts) {
      const found = firstMatch(snapshot.text(file) ?? '', pattern);
      if (found?.match[1])
        return { tool: 'java', value: found.match[1], because: [snapshot.evidence(file, found.line)] };
    }
  }
  return null;
}

function commandsOf(snapshot: Snapshot, directory: string, scripts: readonly string[]): Commands {
  const gradle = wrapper(snapshot, directory);
  const [script] = scripts;
  const because: Evidence[] = [...(script === undefined ? [] : [snapshot.evidence(script, 1)]), ...gradle.because];
  const command = (tasks: string): Command => ({ run: `${gradle.run} ${tasks}`, directory, because });
  return {
    install: [],
    lint: formatters(snapshot, scripts, command),
    // `check` runs the tests and every linter that a plugin adds; `assemble` builds without them.
    test: [command('check')],
    build: [command('assemble')],
  };
}

function wrapper(snapshot: Snapshot, directory: string) {
  const file = joinPath(directory, 'gradlew') ?? 'gradlew';
  if (!snapshot.has(file)) return { run: 'gradle', because: [] };
  return { run: snapshot.modeOf(file) === 'executable' ? './gradlew' : 'sh ./gradlew', because: [{ file, line: 1 }] };
}

/** googleJavaFormat's verify task is one that `check` does not run; ktlint, detekt and spotless add themselves to it. */
function formatters(
  snapshot: Snapshot,
  scripts: readonly string[],
  command: (tasks: string) => Command,
): LintCommand[] {
  return scripts.flatMap((file) => {
    const found = firstMatch(snapshot.text(file) ?? '', /com\.github\.sherter\.google-java-format/);
    return found
      ? [{ check: 'format', ...command('verifyGoogleJavaFormat'), because: [snapshot.evidence(file, found.line)] }]
      : [];
  });
}

function includedBuilds(snapshot: Snapshot, directory: string, file: string): string[] {
  return linesOf(snapshot.text(file) ?? '').flatMap(({ text }) => {
    const path = /includeBuild\s*\(?\s*["']([^"']+)["']/.exec(text)?.[1];
    return path === undefined ? [] : (joinPath(directory, path) ?? []);
  });
}

function dependenciesOf(snapshot: Snapshot, file: string) {
  return linesOf(snapshot.text(file) ?? '').flatMap(({ text, number }) => {
    const [, group, name] = /["']([\w.-]+):([\w.-]+)(?::[^"']*)?["']/.exec(text) ?? [];
    if (!group || !name) return [];
    return [name, `${group}:${name}`].map((full) => ({ name: full.toLowerCase(), file, line: number }));
  });
}
