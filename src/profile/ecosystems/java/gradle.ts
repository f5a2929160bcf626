import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, Commands, LintCommand } from '../../../domain/profile.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { directoryOf, isWithin, joinPath } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { firstFound } from '../../source.ts';
import { findBuilds, type GradleBuild } from './gradle-build.ts';
import { gradleDependencies } from './gradle-dependencies.ts';
import { loginsOf } from './gradle-logins.ts';
import { type GradlePlugin, pluginsIn } from './gradle-plugins.ts';
import { runnableJdk, wrapperGradle } from './gradle-runtime.ts';
import { type TestTask, testTask } from './gradle-test.ts';
import { GRADLE_JDKS } from './gradle-version.ts';
import { imageTask } from './image-task.ts';
import { findTests } from './tests.ts';
import { PINNED_JDKS } from './version.ts';
import { findLauncher, type Launcher } from './wrapper.ts';

/** One unit a Gradle build. */
export function gradleUnits(snapshot: Snapshot): Found<readonly UnitDraft[]> {
  const builds = findBuilds(snapshot);
  const roots = builds.value.map(({ directory }) => directory);
  const drafts = builds.value.map((build) => draft(snapshot, build, roots));
  return {
    value: drafts.map(({ value }) => value),
    warnings: [...builds.warnings, ...drafts.flatMap(({ warnings }) => warnings)],
  };
}

function draft(snapshot: Snapshot, build: GradleBuild, roots: readonly string[]): Found<UnitDraft> {
  const { directory } = build;
  const plugins = pluginsIn(build);
  const isOwn = (path: string) =>
    isWithin(directory, path) &&
    !/(^|\/)buildSrc\//.test(path) &&
    !roots.some((root) => root !== directory && isWithin(directory, root) && isWithin(root, path));
  const dependencies = gradleDependencies(build);
  const launcher = findLauncher({ snapshot, directory, tool: 'gradle' });
  const gradle = wrapperGradle(snapshot, directory);
  const version =
    firstFound(PINNED_JDKS, { snapshot, directory }) ??
    runnableJdk({
      wanted: firstFound(GRADLE_JDKS, { snapshot, directory, build }),
      gradle,
      isAndroid: plugins.some(isAndroid),
    });
  const lockfile = joinPath(directory, 'gradle.lockfile');
  return {
    value: {
      directory,
      ecosystem:
        plugins.some(isKotlin) || snapshot.paths.some((path) => isKotlinSource(path) && isOwn(path))
          ? 'kotlin'
          : 'java',
      manager: 'gradle',
      lockfile: lockfile !== null && snapshot.has(lockfile) ? lockfile : null,
      version,
      versions: gradle ? [gradle] : [],
      commands: commandsOf({
        snapshot,
        build,
        plugins,
        launcher: launcher.value,
        test: findTests({ snapshot, isOwn, directories: moduleFolders(build) }),
      }),
      alsoOwns: [
        ...build.outside.map((folder) => `${folder}/**`),
        ...[...launcher.value.because, ...(version?.because ?? [])]
          .map(({ file }) => file)
          .filter((file) => !isWithin(directory, file)),
      ],
      dependsOn: build.outside,
      dependencies,
    },
    warnings: [...launcher.warnings, ...loginsOf(build)],
  };
}

/** The folders that have a build script, and the build's own. */
function moduleFolders({ directory, scripts }: GradleBuild): string[] {
  return [...new Set([directory, ...scripts.map(({ file }) => directoryOf(file))])].filter(
    (folder) => !/(^|\/)buildSrc(\/|$)/.test(folder),
  );
}

function isKotlin({ id }: GradlePlugin): boolean {
  return /^(org\.jetbrains\.kotlin\.|kotlin(-android|-multiplatform)?$)/.test(id);
}

function isKotlinSource(path: string): boolean {
  return path.endsWith('.kt') && /(^|\/)src\/\w+\/(kotlin|java)\//.test(path);
}

function isAndroid({ id }: GradlePlugin): boolean {
  return id.startsWith('com.android.');
}

interface Place {
  readonly snapshot: Snapshot;
  readonly build: GradleBuild;
  readonly plugins: readonly GradlePlugin[];
  readonly launcher: Launcher;
  /** A source of a test; null where there is none. */
  readonly test: Evidence | null;
}

/**
 * `check` runs the tests and every linter that adds itself to it, so beside `test` alone it runs without that; `assemble` makes the artefacts and nothing else, unless the image is
 * made by another task. `build` is both in one, and `build -x test` would run the linters a second time.
 */
function commandsOf(place: Place): Commands {
  const { snapshot, build, launcher, test } = place;
  const { directory } = build;
  const [script] = build.scripts;
  const line = script?.lines.find(({ text }) => text.trim() !== '')?.number ?? 1;
  const because = [...(script ? [snapshot.evidence(script.file, line)] : []), ...launcher.because];
  const command = (task: string): Command => ({ run: `${launcher.run} ${task}`, directory, because });
  const image = imageTask(snapshot, directory);
  const task = test ? testTask(snapshot, directory) : null;
  return {
    install: [],
    lint: linters(place, task, command),
    test: test && task ? [{ ...command(task.name), because: [...because, test, ...task.because] }] : [],
    build: [image ? { ...command(image.task), because: [...because, image.because] } : command('assemble')],
  };
}

/** Their tasks are run by `check`. */
const RUN_BY_CHECK =
  /^(org\.jlleitschuh\.gradle\.ktlint|org\.jmailen\.kotlinter|io\.gitlab\.arturbosch\.detekt|dev\.detekt|com\.diffplug\.(gradle\.)?spotless|com\.github\.spotbugs|com\.ncorti\.ktfmt\.gradle|io\.spring\.javaformat|checkstyle|pmd|codenarc)$/;
/** The one formatter of note that `check` does not know. */
const GOOGLE_JAVA_FORMAT = 'com.github.sherter.google-java-format';

function linters(
  { snapshot, plugins }: Place,
  tested: TestTask | null,
  command: (task: string) => Command,
): LintCommand[] {
  const find = (isMeant: (plugin: GradlePlugin) => boolean) => {
    const plugin = plugins.find(isMeant);
    return plugin ? [snapshot.evidence(plugin.file, plugin.line)] : [];
  };
  // Where tests are, the test command is `check` already.
  const checked = tested?.name === 'check' ? [] : find(({ id }) => RUN_BY_CHECK.test(id));
  const rest = tested === null ? 'check' : 'check -x test';
  const formatted = find(({ id }) => id === GOOGLE_JAVA_FORMAT);
  return [
    ...checked.map((because) => ({ check: 'lint', ...command(rest), because: [because] })),
    ...formatted.map((because) => ({ check: 'format', ...command('verifyGoogleJavaFormat'), because: [because] })),
  ];
}
