import { groupedBy } from '../../../domain/grouped.ts';
import type { LintCommand, ToolVersion } from '../../../domain/profile.ts';
import { type AutomationLine, automationLines, readAutomation } from '../../ci/automation.ts';
import { readCiSteps } from '../../ci/steps.ts';
import { nearest } from '../../nearest.ts';
import { baseName, directoryOf } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { type HelmCall, readCalls } from './calls.ts';
import { chartTestingVersion, readLinters, type TestingCall } from './chart-testing.ts';
import { type ClusterTest, readClusterTests } from './cluster-tests.ts';
import { docsCheck } from './docs.ts';
import { type ChartScript, readChartScripts } from './scripts.ts';
import { pipelineVersion } from './version.ts';

/** Globs of scripts that stand for Helm or call it, without an extension. */
export const WRAPPERS = 'bin/*helm*';

/** What the repository itself does with its charts, read once for all of them. */
export interface Habits {
  readonly automation: readonly AutomationLine[];
  readonly calls: readonly HelmCall[];
  readonly linters: readonly TestingCall[];
  readonly clusterTests: readonly ClusterTest[];
  /** Files of tests for helm-unittest, by the folder of the chart around them. */
  readonly suites: ReadonlyMap<string, readonly string[]>;
  readonly docs: readonly LintCommand[];
  readonly scripts: readonly ChartScript[];
  /** Of Helm, in the pipelines. */
  readonly version: ToolVersion | null;
  /** Of chart-testing. */
  readonly tester: ToolVersion | null;
}

/** What a workflow that is worth parsing says somewhere. */
const MENTIONS =
  /\bhelm["']?\s{1,4}(?:lint|template|unittest|repo|plugin)\b|\bHELM[)}]?\s|\bct\s{1,4}(?:lint|install)\b|(?:helm-docs|lint|check|verify|validate)[\w-]{0,60}\.sh\b/;

export function readHabits(snapshot: Snapshot): Habits {
  const wrappers = snapshot.paths.filter((path) => /^bin\/[\w-]*helm[\w-]*$/.test(path));
  const automation = [...readAutomation(snapshot), ...wrappers.flatMap((file) => automationLines(snapshot, file))];
  const steps = readCiSteps(snapshot, MENTIONS);
  const usual = steps.filter(({ isUsual }) => isUsual);
  const calls = readCalls(snapshot, automation, usual);
  return {
    automation,
    calls,
    linters: readLinters(snapshot, calls),
    clusterTests: readClusterTests(snapshot, steps),
    suites: readSuites(snapshot),
    docs: docsCheck(snapshot, usual),
    scripts: readChartScripts(snapshot, usual),
    version: pipelineVersion(snapshot, automation),
    tester: chartTestingVersion(snapshot, automation),
  };
}

function readSuites(snapshot: Snapshot): ReadonlyMap<string, readonly string[]> {
  const suites = snapshot.paths.filter(
    (path) => isTestFile(path) && /^(?:suite|tests):/m.test(snapshot.text(path) ?? ''),
  );
  return groupedBy(suites, (path) => directoryOf(nearest(snapshot, directoryOf(path), ['Chart.yaml']) ?? path));
}

function isTestFile(path: string): boolean {
  return /_test\.ya?ml$/.test(baseName(path)) && !/(?:^|\/)templates\//.test(path);
}
