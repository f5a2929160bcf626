import { AUTOMATION } from '../ci/automation.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { below, isWithin } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { firstFound } from '../source.ts';
import { TOOL_FILES } from '../tool-versions.ts';
import { type Chart, type ChartsByFolder, outsideFolders, readCharts, unitsOf } from './helm/chart.ts';
import { CHART_TESTING, chartTesting } from './helm/chart-testing.ts';
import { clusterTest, preparedWarnings } from './helm/cluster-tests.ts';
import { commandsOf } from './helm/commands.ts';
import { DOCS_SCRIPTS } from './helm/docs.ts';
import { type Habits, readHabits, WRAPPERS } from './helm/habits.ts';
import { HELM_VERSIONS } from './helm/version.ts';
import { withoutWritten } from './helm/written.ts';

/** Helm's charts: one unit a chart that is not a part of another one. */
export const helm: Ecosystem = {
  name: 'helm',
  reads: [
    '**/Chart.yaml',
    '**/Chart.lock',
    '**/requirements.{yaml,lock}',
    '**/*_test.{yaml,yml}',
    ...TOOL_FILES,
    CHART_TESTING,
    DOCS_SCRIPTS,
    WRAPPERS,
    ...AUTOMATION,
  ],
  detect: (snapshot) => {
    const { value: found, warnings } = readCharts(snapshot);
    if (found.length === 0) return { units: [], warnings };
    const habits = readHabits(snapshot);
    const { value: charts, warnings: written } = withoutWritten(found, habits.automation);
    const units = unitsOf(charts);
    const place = {
      snapshot,
      charts: new Map(charts.map((chart) => [chart.directory, chart])),
      habits,
      folders: new Set(units.map(({ directory }) => directory)),
    };
    return {
      units: units.map((chart) => draft(place, chart)),
      warnings: [...warnings, ...written, ...preparedWarnings(habits.clusterTests, units)],
    };
  },
};

interface Place {
  readonly snapshot: Snapshot;
  readonly charts: ChartsByFolder;
  readonly habits: Habits;
  /** Of the units. */
  readonly folders: ReadonlySet<string>;
}

function draft({ snapshot, charts, habits, folders }: Place, chart: Chart): UnitDraft {
  const { directory, lockfile } = chart;
  const version = firstFound(HELM_VERSIONS, { snapshot, directory, pipelines: habits.version });
  const testing = chartTesting(habits.linters, directory);
  const installed = clusterTest(habits.clusterTests, chart);
  const tester = testing === null && installed === null ? null : habits.tester;
  const cited = [version, tester].flatMap((one) => one?.because.map(({ file }) => file) ?? []);
  const taken = outsideFolders(chart);
  return {
    directory,
    ecosystem: 'helm',
    manager: 'helm',
    lockfile,
    version,
    versions: tester === null ? [] : [tester],
    commands: commandsOf({ snapshot, chart, charts, habits, version, testing, installed }),
    alsoOwns: [
      ...taken.filter((folder) => !folders.has(folder)).map(below),
      ...[...cited, ...(testing?.files ?? []), ...(installed?.files ?? [])].filter(
        (file) => !isWithin(directory, file),
      ),
    ],
    dependsOn: taken.filter((folder) => folders.has(folder)),
    dependencies: [],
  };
}
