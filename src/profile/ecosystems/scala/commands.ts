import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, Commands, LintCommand } from '../../../domain/profile.ts';
import { ancestors, directoryOf, joinPath } from '../../paths.ts';
import { shellWord } from '../../shell-word.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findTests } from '../java/tests.ts';
import { aliasesOf } from './aliases.ts';
import { pluginOf, type SbtBuild } from './build.ts';
import type { SbtCall } from './calls.ts';

export interface CommandsQuery {
  readonly snapshot: Snapshot;
  readonly build: SbtBuild;
  /** It is compiled for several releases of Scala. */
  readonly isCross: boolean;
  readonly calls: readonly SbtCall[];
}

/** What the repository itself calls, else sbt's own tasks and those of plugins that are there. sbt fetches what a task needs when it runs it. (detection.md, row "Scala") */
export function commandsOf(query: CommandsQuery): Commands {
  return { install: [], lint: [...format(query), ...scalafix(query)], test: tests(query), build: builds(query) };
}

function command({ snapshot, build }: CommandsQuery, words: readonly string[], because: readonly Evidence[]): Command {
  const { directory } = build;
  const script = joinPath(directory, 'sbt') ?? 'sbt';
  const launcher = snapshot.modeOf(script) === 'executable' ? './sbt' : 'sbt';
  return { run: [launcher, ...words.map(shellWord)].join(' '), directory, because };
}

function across({ isCross }: CommandsQuery, task: string): string {
  return isCross ? `+${task}` : task;
}

function tests(query: CommandsQuery): Command[] {
  const test = firstTest(query);
  const aliases = aliasesOf(query.build);
  const isTest = (text: string) => text.split(/[;\s]+/).some((task) => TEST.test(task));
  const called = query.calls.find(({ words }) => words.some((word) => isTest(aliases.get(word) ?? word)));
  const shown = test ? [test] : [];
  if (called && (test || called.directory !== null)) {
    const words = called.words.map((word) => (word === 'test' && called.isSwitched ? across(query, 'test') : word));
    return [command(query, words, [called.because, ...shown])];
  }
  return test ? [command(query, [across(query, 'test')], [query.build.because, test])] : [];
}

const TEST = /^\+?(?:(?:Test|MultiJvm)\/|(?:test|multi-jvm):)?test$/;

/** A source of a test where sbt looks for it, or where Play does. */
function firstTest({ snapshot, build: { directory, roots } }: CommandsQuery): Evidence | null {
  const isOwn = (path: string) => ancestors(directoryOf(path)).find((folder) => roots.has(folder)) === directory;
  const paths = snapshot.paths.filter((path) => /(?:^|\/)(?:src|test)\//.test(path) && isOwn(path));
  const projects = paths.flatMap((path) => /^(?:(.*?)\/)?src\//.exec(path)?.slice(1, 2) ?? []);
  const directories = [...new Set(projects.map((project) => project ?? '.'))];
  const found = findTests({ snapshot, isOwn, directories });
  if (found) return found;
  const file = paths.find((path) => /(?:^|\/)test\/.*\.(?:scala|java)$/.test(path));
  return file === undefined ? null : snapshot.evidence(file, 1);
}

const FORMAT = /^\+?(?:\w+[/:]){0,2}(?:scalafmtCheckAll|scalafmtCheck|scalafmtSbtCheck|scalafmt::test)$/;

/** The words of one of its own calls, else those of the plugin, where it has settings. */
function format(query: CommandsQuery): LintCommand[] {
  const { snapshot, build, calls } = query;
  for (const { words, because } of calls) {
    const own = words.filter((word) => FORMAT.test(word));
    if (own.length > 0) return [{ check: 'format', ...command(query, own, [because]) }];
  }
  const settings = settingsOf(query, '.scalafmt.conf');
  const plugin = pluginOf(snapshot, build, /^sbt-(?:scalafmt|typelevel|typelevel-settings)$/);
  if (!settings || !plugin) return [];
  return [{ check: 'format', ...command(query, ['scalafmtCheckAll', 'scalafmtSbtCheck'], [plugin, settings]) }];
}

const FIX = /^\+?(?:\w+[/:]){0,2}scalafix(?:All)? --check$/;

function scalafix(query: CommandsQuery): LintCommand[] {
  const { snapshot, build, calls } = query;
  for (const { words, because } of calls) {
    const own = words.filter((word) => FIX.test(word));
    if (own.length > 0) return [{ check: 'lint', ...command(query, own, [because]) }];
  }
  const settings = settingsOf(query, '.scalafix.conf');
  const plugin = pluginOf(snapshot, build, /^sbt-scalafix$/);
  if (!settings || !plugin) return [];
  return [{ check: 'lint', ...command(query, ['scalafixAll --check'], [plugin, settings]) }];
}

function settingsOf({ snapshot, build: { directory } }: CommandsQuery, name: string): Evidence | null {
  const file = joinPath(directory, name) ?? name;
  return snapshot.has(file) ? snapshot.evidence(file, 1) : null;
}

/** Plugins that package, each with its task and with what enables it in a project. */
const PACKAGERS: readonly { readonly plugin: RegExp; readonly task: string; readonly enabled: RegExp | null }[] = [
  {
    plugin: /^(?:sbt-native-packager|sbt-plugin|lagom-sbt-plugin|sbt-scala-native-packager)$/,
    task: 'stage',
    enabled:
      /\benablePlugins\([^()]{0,200}\b(?:Java(?:Server)?AppPackaging|DockerPlugin|PlayScala|PlayJava|PlayService|Play(?:Minimal)?Java|LagomScala|LagomJava|LagomPlay\w{0,10})\b/,
  },
  { plugin: /^sbt-assembly$/, task: 'assembly', enabled: null },
];

function builds(query: CommandsQuery): Command[] {
  const { snapshot, build } = query;
  for (const { plugin: names, task, enabled } of PACKAGERS) {
    const plugin = pluginOf(snapshot, build, names);
    const at = plugin && enabled ? lineOf(query, enabled) : plugin;
    if (plugin && at) return [command(query, [task], [...new Set([at, plugin])])];
  }
  return [command(query, [across(query, 'compile')], [build.because])];
}

function lineOf({ snapshot, build }: CommandsQuery, pattern: RegExp): Evidence | null {
  for (const { file, lines } of build.scripts) {
    const line = lines.find(({ text }) => pattern.test(text));
    if (line) return snapshot.evidence(file, line.number);
  }
  return null;
}
