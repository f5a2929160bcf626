import type { Command, ProfileWarning } from '../../../domain/profile.ts';
import type { CiStep } from '../../ci/steps.ts';
import { commandWords, shellWord } from '../../shell-word.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Chart } from './chart.ts';
import { type TestingCall, testingCall } from './chart-testing.ts';
import { clusterOf, makesCluster, preparationsFor } from './clusters.ts';

/** A workflow's `ct install` in a cluster that its own job makes. */
export interface ClusterTest {
  readonly call: TestingCall;
  /** What makes the cluster, and the file that says what it is like. */
  readonly cluster: Command;
  readonly files: readonly string[];
  /** What is put into the cluster first that a chart needs; null where something of it is known only to that run. */
  readonly preparations: (directory: string) => readonly Command[] | null;
}

const INSTALL = /(?:^|\s)ct\s{1,4}install(?=\s|$)([^\n]{0,1000})/;

export function readClusterTests(snapshot: Snapshot, steps: readonly CiStep[]): ClusterTest[] {
  return steps.flatMap((step, index): ClusterTest[] => {
    const words = INSTALL.exec(step.run ?? '')?.[1];
    if (words === undefined || !step.isUsual) return [];
    const before = steps
      .slice(Math.max(0, index - MOST), index)
      .filter((one) => one.file === step.file && one.job === step.job);
    const start = before.findLastIndex(makesCluster);
    const made = before[start];
    const because = snapshot.evidence(step.file, step.line);
    const call = testingCall(snapshot, { verb: 'ct install', words: commandWords(words), bases: ['.'], because });
    if (!made || !call) return [];
    const between = before.slice(start + 1).filter(({ isUsual }) => isUsual);
    const preparations = (directory: string) => preparationsFor(snapshot, { between, words, directory });
    return [{ call, ...clusterOf(snapshot, made), preparations }];
  });
}

/** More steps than a job of a person has. */
const MOST = 100;

/** The test of one chart in a cluster, and the files beside the charts that decide what is tested. */
export interface ChartInstall {
  readonly commands: readonly Command[];
  readonly files: readonly string[];
}

/** The call for one chart, in a cluster as its workflow makes and prepares it. The charts of another commit are no part of it. (helm/chart-testing, "ct install") */
export function clusterTest(tests: readonly ClusterTest[], { directory, isLibrary }: Chart): ChartInstall | null {
  const found = tests.find(({ call, preparations }) => call.isMeant(directory) && preparations(directory) !== null);
  if (!found || isLibrary) return null;
  const { options, files, because, upgrades } = found.call;
  const alone = upgrades ? ['--upgrade=false'] : [];
  const run = ['ct install', ...options, '--charts', shellWord(directory), ...alone].join(' ');
  return {
    commands: [found.cluster, ...(found.preparations(directory) ?? []), { run, directory: '.', because }],
    files: [...files, ...found.files],
  };
}

/** So many charts are named in one sentence. */
const MOST_NAMES = 10;

/** What is left out, since only its workflow's own run can prepare the cluster. */
export function preparedWarnings(tests: readonly ClusterTest[], charts: readonly Chart[]): ProfileWarning[] {
  return tests.flatMap(({ call, preparations }) => {
    const [because] = call.because;
    const left = charts.filter(({ directory }) => call.isMeant(directory) && preparations(directory) === null);
    if (!because || left.length === 0) return [];
    const shown = left.slice(0, MOST_NAMES).map(({ directory }) => directory);
    const names = [...shown, ...(left.length > shown.length ? [`${left.length - shown.length} more`] : [])].join(', ');
    return [
      {
        file: because.file,
        line: because.line,
        message: `steps that only its own run can do prepare the cluster of these tests; they are left out of ${names}.`,
      },
    ];
  });
}
