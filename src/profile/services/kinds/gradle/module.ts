import type { GradleBuild, Script } from '../../../ecosystems/java/gradle-build.ts';
import { gradleDependencies } from '../../../ecosystems/java/gradle-dependencies.ts';
import { type GradlePlugin, pluginsIn } from '../../../ecosystems/java/gradle-plugins.ts';
import { ancestors, baseName, directoryOf } from '../../../paths.ts';
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
  const beside = scriptsBeside(build, new Map(own.map((script) => [directoryOf(script.file), script])));
  return own.map((script) => {
    const directory = directoryOf(script.file);
    const scripts: GradleModule['scripts'] = [script, ...(beside.get(script) ?? [])];
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

/** Other scripts belong to the nearest project at or above them. */
function scriptsBeside(
  build: GradleBuild,
  byFolder: ReadonlyMap<string, Script>,
): ReadonlyMap<Script, readonly Script[]> {
  const found = new Map<Script, Script[]>();
  for (const script of build.scripts) {
    const folder = ancestors(directoryOf(script.file)).find((it) => byFolder.has(it));
    const owner = folder === undefined ? undefined : byFolder.get(folder);
    if (owner && owner !== script) found.set(owner, [...(found.get(owner) ?? []), script]);
  }
  return found;
}

/** `apply false` names a plugin for others. */
function isOnlyNamed(scripts: readonly Script[], file: string, line: number): boolean {
  const text = scripts.find((script) => script.file === file)?.lines.find(({ number }) => number === line)?.text ?? '';
  return /\bapply(?:\s+|\s*\(\s*)false\b/.test(text);
}
