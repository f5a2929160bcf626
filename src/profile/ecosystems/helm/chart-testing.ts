import picomatch from 'picomatch';
import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, LintCommand, ToolVersion } from '../../../domain/profile.ts';
import { type AutomationLine, actionInput } from '../../ci/automation.ts';
import { readYamlManifest } from '../../formats/yaml.ts';
import { firstMatch } from '../../lines.ts';
import { baseName, directoryOf, joinPath } from '../../paths.ts';
import { shellWord, unquoted } from '../../shell-word.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { HelmCall } from './calls.ts';

/** Globs of the names that people give its configuration. */
export const CHART_TESTING = '**/{ct,*-ct,ct-*,ct_*,.ct,chart-testing,chart_testing}.{yml,yaml}';

/** A call of `ct lint` or `ct install` with what its configuration says. */
export interface TestingCall {
  readonly options: readonly string[];
  readonly isMeant: (directory: string) => boolean;
  /** Files beside the charts that decide what is checked. */
  readonly files: readonly string[];
  /** Where its configuration calls helm-unittest. */
  readonly tester: Pick<Command, 'because'> | null;
  /** Whether it upgrades from what the branch started from. */
  readonly upgrades: boolean;
  readonly because: readonly Evidence[];
}

/** chart-testing, where the repository lints a chart with it: it lints as Helm does, and checks more. */
export interface ChartTesting {
  readonly command: LintCommand;
  readonly files: readonly string[];
  readonly tester: TestingCall['tester'];
}

/** The repository's calls of it, in their order. */
export function readLinters(snapshot: Snapshot, calls: readonly HelmCall[]): TestingCall[] {
  return calls.flatMap((call) => (call.verb === 'ct lint' ? (testingCall(snapshot, call) ?? []) : []));
}

/**
 * The call for one chart. It runs at the root, where its configuration looks for charts. For charts that are named chart-testing does not
 * ask whether their version was raised, which depends on what the branch started from. (helm/chart-testing, "pkg/config/config.go")
 */
export function chartTesting(linters: readonly TestingCall[], directory: string): ChartTesting | null {
  const found = linters.find(({ isMeant }) => isMeant(directory));
  if (!found) return null;
  const words = ['ct lint', ...found.options, '--charts', shellWord(directory)];
  return {
    command: { check: 'lint', run: words.join(' '), directory: '.', because: found.because },
    files: found.files,
    tester: found.tester,
  };
}

const FILES = /^--(?:config|lint-conf|chart-yaml-schema)$/;
const KEPT = /^--validate-(?:maintainers|chart-schema|yaml)=(?:true|false)$/;

/** Null where its configuration cannot be read. */
export function testingCall(snapshot: Snapshot, { words, because }: HelmCall): TestingCall | null {
  const options = words.map((word) => /^(--[\w-]+)(?:=(.*))?$/s.exec(word));
  const given = (name: string) => {
    const at = options.findIndex((option) => option?.[1] === name);
    return at < 0 ? null : unquoted(options[at]?.[2] ?? words[at + 1] ?? '');
  };
  const named = options.flatMap((option) => (option?.[1] && FILES.test(option[1]) ? [option[1]] : []));
  const files = named.map((name) => ({ name, path: joinPath('.', given(name) ?? '') ?? '' }));
  if (files.some(({ path }) => !snapshot.has(path))) return null;
  const config = files.find(({ name }) => name === '--config')?.path ?? 'ct.yaml';
  if (snapshot.has(config) && snapshot.text(config) === null) return null;
  const charts = given('--charts')
    ?.split(',')
    .flatMap((path) => joinPath('.', path) ?? []);
  return {
    options: [
      ...files.flatMap(({ name, path }) => [name, shellWord(path)]),
      ...words.filter((word) => KEPT.test(word)),
    ],
    isMeant: charts ? (directory) => charts.includes(directory) : configured(snapshot, config, given('--chart-dirs')),
    files: files.map(({ path }) => path),
    tester: testerOf(snapshot, config),
    upgrades: words.includes('--upgrade') || /^upgrade:\s{0,4}true\b/m.test(snapshot.text(config) ?? ''),
    because: [because],
  };
}

/** `additional-commands` that call helm-unittest. (helm/chart-testing, "ct lint") */
function testerOf(snapshot: Snapshot, config: string): TestingCall['tester'] {
  const found = firstMatch(snapshot.text(config) ?? '', /^\s{0,20}(?:-\s)?["']?helm unittest\b/);
  return found && { because: [snapshot.evidence(config, found.line)] };
}

/** The charts directly in the folders that are named, `charts` by default, but for those that are excluded. */
function configured(snapshot: Snapshot, config: string, folders: string | null): (directory: string) => boolean {
  const { value } = readYamlManifest(snapshot, config);
  const named = folders?.split(',') ?? value.texts(['chart-dirs']);
  const parents = (named.length > 0 ? named : ['charts']).flatMap((path) => joinPath('.', path) ?? []);
  const excluded = value.texts(['excluded-charts']);
  const isExcluded = excluded.length === 0 ? () => false : picomatch([...excluded], { noextglob: true });
  return (directory) => parents.includes(directoryOf(directory)) && !isExcluded(baseName(directory));
}

/** The release that the action of its makers is told to bring. */
export function chartTestingVersion(snapshot: Snapshot, automation: readonly AutomationLine[]): ToolVersion | null {
  const found = actionInput(snapshot, automation, {
    action: /\bhelm\/chart-testing-action@/,
    input: 'version',
    value: /^["']?v?(\d+\.\d+\.\d+)\b/,
  });
  return found && { tool: 'chart-testing', value: found.value, because: [found.because] };
}
