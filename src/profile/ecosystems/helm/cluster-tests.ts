import type { Command, ProfileWarning } from '../../../domain/profile.ts';
import type { CiStep } from '../../ci/steps.ts';
import { commandWords, shellWord } from '../../shell-word.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Chart } from './chart.ts';
import { type TestingCall, testingCall } from './chart-testing.ts';

/** A workflow's `ct install` in a cluster that its own job makes. */
export interface ClusterTest {
  readonly call: TestingCall;
  /** Whether other steps put something into the cluster first that the chart needs. */
  readonly isPrepared: (directory: string) => boolean;
}

const CLUSTER_ACTION = /(?:^|[/-])(?:kind|k3d|k3s|minikube)(?:-action|$)/i;
const CLUSTER_COMMAND = /\b(?:kind\s{1,4}create\s{1,4}cluster|k3d\s{1,4}cluster\s{1,4}create|minikube\s{1,4}start)\b/;
const INSTALL = /(?:^|\s)ct\s{1,4}install(?=\s|$)([^\n]{0,1000})/;

export function readClusterTests(snapshot: Snapshot, steps: readonly CiStep[]): ClusterTest[] {
  return steps.flatMap((step, index): ClusterTest[] => {
    const words = INSTALL.exec(step.run ?? '')?.[1];
    const before = steps
      .slice(Math.max(0, index - MOST), index)
      .filter((one) => one.file === step.file && one.job === step.job);
    const start = before.findLastIndex(
      ({ uses, run }) => CLUSTER_ACTION.test(uses ?? '') || CLUSTER_COMMAND.test(run ?? ''),
    );
    const cluster = before[start];
    if (words === undefined || !cluster || !step.isUsual) return [];
    const because = snapshot.evidence(step.file, step.line);
    const call = testingCall(snapshot, { verb: 'ct install', words: commandWords(words), bases: ['.'], because });
    const between = before.slice(start + 1);
    const made = snapshot.evidence(cluster.file, cluster.line);
    return call
      ? [
          {
            call: { ...call, because: [...call.because, made] },
            isPrepared: (directory) => between.some((one) => concerns(one, directory)),
          },
        ]
      : [];
  });
}

/** More steps than a job of a person has. */
const MOST = 100;

/** A step that asks `contains(…, 'name')` concerns the charts of those names; every other one concerns all. */
function concerns({ condition }: CiStep, directory: string): boolean {
  const names = [
    ...(condition ?? '').matchAll(/\bcontains\(\s{0,8}[\w.-]{1,200}\s{0,8},\s{0,8}'([^']{1,200})'\s{0,8}\)/g),
  ];
  return names.length === 0 || names.some(([, name = '']) => directory.includes(name));
}

/** The test of one chart in a cluster, and the files beside the charts that decide what is tested. */
export interface ChartInstall {
  readonly command: Command;
  readonly files: readonly string[];
}

/** The call for one chart. What else the workflow puts into the cluster before is no part of it, nor are the charts of another commit. (helm/chart-testing, "ct install") */
export function clusterTest(tests: readonly ClusterTest[], { directory, isLibrary }: Chart): ChartInstall | null {
  const found = tests.find(({ call, isPrepared }) => call.isMeant(directory) && !isPrepared(directory));
  if (!found || isLibrary) return null;
  const { options, files, because, upgrades } = found.call;
  const alone = upgrades ? ['--upgrade=false'] : [];
  const run = ['ct install', ...options, '--charts', shellWord(directory), ...alone].join(' ');
  return { command: { run, directory: '.', because }, files };
}

/** So many charts are named in one sentence. */
const MOST_NAMES = 10;

/** What is left out, since the cluster of the tests is prepared by hand. */
export function preparedWarnings(tests: readonly ClusterTest[], charts: readonly Chart[]): ProfileWarning[] {
  return tests.flatMap(({ call, isPrepared }) => {
    const [because] = call.because;
    const left = charts.filter(({ directory }) => call.isMeant(directory) && isPrepared(directory));
    if (!because || left.length === 0) return [];
    const shown = left.slice(0, MOST_NAMES).map(({ directory }) => directory);
    const names = [...shown, ...(left.length > shown.length ? [`${left.length - shown.length} more`] : [])].join(', ');
    return [
      {
        file: because.file,
        line: because.line,
        message: `other steps prepare the cluster of these tests; they are left out of ${names}.`,
      },
    ];
  });
}
