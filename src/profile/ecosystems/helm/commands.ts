import type { Command, Commands, LintCommand, ToolVersion } from '../../../domain/profile.ts';
import { directoryOf, joinPath, relativeTo } from '../../paths.ts';
import { shellWord, unquoted } from '../../shell-word.ts';
import type { HelmCall } from './calls.ts';
import { isAbout } from './calls.ts';
import type { ChartTesting } from './chart-testing.ts';
import type { ChartInstall } from './cluster-tests.ts';
import { flagsOf } from './flags.ts';
import type { Habits } from './habits.ts';
import { type InstallQuery, installCommands } from './install.ts';

export interface CommandsQuery extends InstallQuery {
  readonly version: ToolVersion | null;
  readonly testing: ChartTesting | null;
  readonly installed: ChartInstall | null;
  readonly habits: Habits;
}

/** As the repository checks its charts, else as Helm does by itself. Nothing speaks to a cluster that is not the job's own. (detection.md, row "Helm charts") */
export function commandsOf(query: CommandsQuery): Commands {
  const { snapshot, chart, testing, installed, habits } = query;
  const { directory, because } = chart;
  const tests = unitTests(query);
  const lint = called(query, 'lint') ?? { run: 'helm lint .', directory, because: [because] };
  const rendered = chart.isLibrary ? null : called(query, 'template');
  return {
    install: [...plugin(query, tests[0] ?? testing?.tester ?? null), ...installCommands(query)],
    lint: [
      testing?.command ?? asLint(lint),
      ...(rendered ? [asLint(rendered)] : []),
      ...(snapshot.has(joinPath(directory, 'README.md.gotmpl') ?? '') ? habits.docs : []),
      ...habits.scripts.flatMap(({ command, isMeant }) => (isMeant(directory) ? command : [])),
    ],
    test: [...tests, ...(installed?.commands ?? [])],
    build: [{ run: 'helm package .', directory, because: [because] }],
  };
}

function asLint(command: Command): LintCommand {
  return { check: 'lint', ...command };
}

/** The first call about that chart whose options are all known, as it is typed in the chart's folder. */
function called(
  { snapshot, habits: { calls }, chart: { directory } }: CommandsQuery,
  verb: HelmCall['verb'],
): Command | null {
  for (const call of calls.filter((one) => one.verb === verb && isAbout(one, directory))) {
    const flags = flagsOf(snapshot, call, directory);
    if (flags) return { run: [`helm ${verb}`, ...flags, '.'].join(' '), directory, because: [call.because] };
  }
  return null;
}

/** helm-unittest, where there are files of tests for it. By itself it takes those directly in `tests`. (helm-unittest, "Usage") */
function unitTests(query: CommandsQuery): Command[] {
  const { snapshot, chart, habits } = query;
  const { directory } = chart;
  const [first, ...more] = habits.suites.get(directory) ?? [];
  if (first === undefined) return [];
  const own = called(query, 'unittest');
  if (own) return [own];
  const folders = [...new Set([first, ...more].map((path) => relativeTo(directory, directoryOf(path))))];
  const isUsual = folders.length === 1 && folders[0] === 'tests';
  const flags = isUsual ? [] : folders.map((folder) => `-f ${shellWord(`${folder}/*_test.yaml`)}`);
  return [{ run: ['helm unittest', ...flags, '.'].join(' '), directory, because: [snapshot.evidence(first, 1)] }];
}

const PLUGIN = 'https://github.com/helm-unittest/helm-unittest';

/** The plugin as the repository brings it, else its newest release. From its fourth release on Helm wants to be told that a plugin is not signed. (helm.sh/docs, "helm plugin install") */
function plugin(
  { habits: { calls }, chart, version }: CommandsQuery,
  test: Pick<Command, 'because'> | null,
): Command[] {
  if (test === null) return [];
  const own = calls.find(
    ({ verb, words }) => verb === 'plugin install' && words.some((word) => isPlugin(unquoted(word))),
  );
  const release = /--version[= ]v?(\d+\.\d+\.\d+)(?=\s|$)/.exec(own?.words.map(unquoted).join(' ') ?? '')?.[1];
  const pinned = release === undefined ? '' : ` --version ${release}`;
  const unsigned = Number(version?.value.split('.')[0] ?? 4) >= 4 ? ' --verify=false' : '';
  return [
    {
      run: `helm plugin install ${PLUGIN}${pinned}${unsigned}`,
      directory: chart.directory,
      because: own ? [own.because] : test.because,
    },
  ];
}

function isPlugin(word: string): boolean {
  return /^https:\/\/github\.com\/(?:helm-unittest|quintush)\/helm-unittest(?:\.git)?$/.test(word);
}
