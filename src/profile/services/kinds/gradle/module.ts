import type { GradleBuild, Script } from '../../../ecosystems/java/gradle-build.ts';
import { gradleDependencies } from '../../../ecosystems/java/gradle-dependencies.ts';
import { type GradlePlugin, pluginsIn } from '../../../ecosystems/java/gradle-plugins.ts';
import { baseName, directoryOf, isWithin } from '../../../paths.ts';
import type { Snapshot } from '../../../snapshot.ts';
import { type GradleSetting, settingsIn } from './settings.ts';

/** A project of a Gradle build: a folder with a build script, and the scripts below it that no other project has. */
export interface GradleModule {
  readonly snapshot: Snapshot;
  readonly build: GradleBuild;
  readonly directory: string;
  /** The build script first. */
  readonly scripts: readonly [Script, ...Script[]];
  /** Those that it applies itself. */
  readonly plugins: readonly GradlePlugin[];
  readonly settings: readonly GradleSetting[];
  /** Libraries that its scripts name: `group:artifact`, with their lines. */
  readonly libraries: readonly { readonly name: string; readonly file: string; readonly line: number }[];
}

const BUILD = /^build\.gradle(\.kts)?$/;

/** The projects of a build that have a script of their own. */
export function gradleModules(snapshot: Snapshot, build: GradleBuild): GradleModule[] {
  const own = build.scripts.filter(({ file }) => BUILD.test(baseName(file)) && !/(^|\/)buildSrc\//.test(file));
  return own.map((script) => {
    const directory = directoryOf(script.file);
    const inner = own.map(({ file }) => directoryOf(file)).filter((it) => it !== directory && isWithin(directory, it));
    const beside = build.scripts.filter(
      ({ file }) =>
        file !== script.file &&
        isWithin(directory, file) &&
        !own.some((other) => other.file === file) &&
        !inner.some((other) => isWithin(other, file)),
    );
    const scripts: GradleModule['scripts'] = [script, ...beside];
    const part = { ...build, scripts };
    return {
      snapshot,
      build,
      directory,
      scripts,
      plugins: pluginsIn(part).filter(({ file, line }) => !isOnlyNamed(scripts, file, line)),
      settings: scripts.flatMap(settingsIn),
      libraries: gradleDependencies(part),
    };
  });
}

/** `apply false` names a plugin for others. */
function isOnlyNamed(scripts: readonly Script[], file: string, line: number): boolean {
  const text = scripts.find((script) => script.file === file)?.lines.find(({ number }) => number === line)?.text ?? '';
  return /\bapply(?:\s+|\s*\(\s*)false\b/.test(text);
}
