import type { ProfileWarning } from '../../../domain/profile.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { readToml } from '../../formats/toml.ts';
import type { Line } from '../../lines.ts';
import { isMaterial } from '../../material.ts';
import { oncePerSnapshot } from '../../once.ts';
import { baseName, directoryOf, isWithin, joinPath } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { codeLines } from './gradle-script.ts';

/** A Gradle script: read by patterns, never run. */
export interface Script {
  readonly file: string;
  readonly lines: readonly Line[];
}

/** One build of Gradle: a folder that it is started in, and every script that takes part. */
export interface GradleBuild {
  readonly directory: string;
  /** The settings script first, where there is one. */
  readonly scripts: readonly Script[];
  /** The version catalogue, `gradle/libs.versions.toml`; null where there is none. */
  readonly catalogue: Manifest | null;
  /** Folders outside of it that it builds too, or that it takes as included builds. */
  readonly outside: readonly string[];
}

const SETTINGS = /^settings\.gradle(\.kts)?$/;
const BUILD = /^build\.gradle(\.kts)?$/;
const SCRIPT = /\.gradle(\.kts)?$/;

/** A build is a folder with a settings script, else the outermost one with a build script. (detection.md, row "Java/Kotlin Gradle") */
export const findBuilds = oncePerSnapshot((snapshot: Snapshot): Found<readonly GradleBuild[]> => {
  const scripts = snapshot.paths
    .filter((path) => SCRIPT.test(path) && !isMaterial(path))
    .flatMap((file): Script[] => {
      const text = snapshot.text(file);
      return text === null ? [] : [{ file, lines: codeLines(text) }];
    });
  const directories = rootsOf(scripts);
  const found = directories.map((directory) =>
    buildAt(snapshot, scriptsOf(directory, directories, scripts), directory),
  );
  const foreign = found.map(({ value }) => foreignPlugins(value));
  return {
    value: found.map(({ value }) => value).filter((_, index) => foreign[index] === null),
    warnings: [...found.flatMap(({ warnings }) => warnings), ...foreign.filter((warning) => warning !== null)],
  };
});

/** `buildSrc`, and a build that is included from above it, are parts of another build. */
function rootsOf(scripts: readonly Script[]): string[] {
  const folders = (name: RegExp) => [
    ...new Set(scripts.flatMap(({ file }) => (name.test(baseName(file)) ? [directoryOf(file)] : []))),
  ];
  const included = scripts.flatMap((script) =>
    includedBuilds(script).filter((target) => isWithin(directoryOf(script.file), target)),
  );
  const settings = folders(SETTINGS).filter(
    (directory) => baseName(directory) !== 'buildSrc' && !included.includes(directory),
  );
  const builds = folders(BUILD).filter((directory) => !settings.some((root) => isWithin(root, directory)));
  const outermost = builds.filter((one) => !builds.some((other) => other !== one && isWithin(other, one)));
  return [...settings, ...outermost];
}

/** A script belongs to the nearest build above it. */
function scriptsOf(directory: string, directories: readonly string[], scripts: readonly Script[]): Script[] {
  const inner = directories.filter((other) => other !== directory && isWithin(directory, other));
  const own = scripts.filter(({ file }) => isWithin(directory, file) && !inner.some((other) => isWithin(other, file)));
  const isSettings = ({ file }: Script) => directoryOf(file) === directory && SETTINGS.test(baseName(file));
  return [...own.filter(isSettings), ...own.filter((script) => !isSettings(script))];
}

function buildAt(snapshot: Snapshot, scripts: readonly Script[], directory: string): Found<GradleBuild> {
  const file = joinPath(directory, 'gradle/libs.versions.toml') ?? '';
  const catalogue = snapshot.text(file) === null ? null : readToml(snapshot, file);
  const reached = scripts.flatMap((script) => [...includedBuilds(script), ...projectFolders(script)]);
  return {
    value: {
      directory,
      scripts,
      catalogue: catalogue?.value ?? null,
      outside: reached.filter((target) => !isWithin(directory, target)),
    },
    warnings: catalogue?.warnings ?? [],
  };
}

/** `includeBuild("build-logic")` */
function includedBuilds({ file, lines }: Script): string[] {
  return lines.flatMap(({ text }) => {
    const path = /\bincludeBuild\s*\(?\s*["']([^"']+)["']/.exec(text)?.[1];
    return path === undefined ? [] : (joinPath(directoryOf(file), path) ?? []);
  });
}

/** `project(":shared").projectDir = file("../shared")` */
function projectFolders({ file, lines }: Script): string[] {
  return lines.flatMap(({ text }) => {
    const path = /\bprojectDir\s*=[^"']*["']([^"'$]+)["']\s*\)?\s*$/.exec(text)?.[1];
    return path?.includes('/') ? (joinPath(directoryOf(file), path) ?? []) : [];
  });
}

/** A package below `node_modules`, and not a glob that leaves that folder out. */
const FOREIGN = /\bnode_modules\/@?[A-Za-z]|flutter\.sdk|dev\.flutter\./;

/** React Native and Flutter keep Gradle's plugins where their own tool installs them: such a build is a part of theirs. */
function foreignPlugins({ directory, scripts }: GradleBuild): ProfileWarning | null {
  for (const { file, lines } of scripts) {
    const line = directoryOf(file) === directory ? lines.find(({ text }) => FOREIGN.test(text)) : undefined;
    if (!line) continue;
    const message = 'the build takes plugins that another tool must install first (npm, Flutter); it is left out.';
    return { file, line: line.number, message };
  }
  return null;
}
