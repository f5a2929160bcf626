import type { ImageCatalogue } from '../../domain/catalogue.ts';
import type { Job, Step } from '../../domain/pipeline.ts';
import type { Command, Service, Unit } from '../../domain/profile.ts';
import type { Check, Intent } from '../../domain/request.ts';
import { covering, selectsUnit } from '../select.ts';
import { containersFor } from './containers.ts';
import { setupSteps } from './setup.ts';

/** Minutes after which a job is ended: several times what such a job needs, far from GitHub's six hours. */
const TIMEOUTS: Readonly<Record<Check, number>> = {
  lint: 10,
  format: 10,
  typecheck: 10,
  test: 20,
  build: 20,
  audit: 10,
  coverage: 20,
  'secret-scan': 10,
};

export const RUNNER = 'ubuntu-24.04';

export interface CheckInput {
  readonly unit: Unit;
  /** The unit's name in job ids. */
  readonly name: string;
  readonly check: Check;
  readonly intents: readonly Intent[];
  readonly services: readonly Service[];
  readonly images: ImageCatalogue;
  /** The group of changes that the job waits for; null where everything always runs. */
  readonly group: string | null;
}

/** The commands by which a unit runs a check, from its profile; none where it has none. */
export function commandsFor({ commands }: Unit, check: Check): readonly Command[] {
  if (check === 'test') return commands.test;
  if (check === 'build') return commands.build;
  return commands.lint.filter((command) => command.check === check);
}

/** One check of one unit as a job; null where it is not wanted or the unit has no command for it. */
export function checkJob(input: CheckInput): Job | null {
  const { unit, name, check, intents, group, services } = input;
  const covers = covering(intents, 'check', (selector) => selectsUnit(selector, unit, services)).filter(
    (intent) => intent.check === check,
  );
  const commands = commandsFor(unit, check);
  if (covers.at(-1)?.ensure !== true || commands.length === 0 || isDoneElsewhere(unit, check)) return null;
  const matrix = versionMatrix(input);
  return {
    id: `${name}-${check}`,
    name: `${name}: ${check}`,
    runner: runnerOf(input),
    timeoutMinutes: timeoutOf(input),
    needs: group === null ? [] : ['changes'],
    condition: group === null ? null : { kind: 'changed', group },
    matrix: matrix && { kind: 'versions', tool: matrix.tool, versions: matrix.versions },
    containers: check === 'test' || check === 'coverage' ? containersFor(input) : [],
    steps: [
      { kind: 'checkout', history: 'shallow' },
      ...setupSteps(unit, { components: componentsFor(unit, check), fromMatrix: matrix !== null }),
      ...installSteps(unit, check),
      ...commands.map((command, index) =>
        runStep(commands.length > 1 ? `${title(check)} (${index + 1})` : title(check), command),
      ),
    ],
    comment: null,
    because: commands.flatMap(({ because }) => because),
  };
}

/** Maven's `verify` compiles, tests and packages: a second job would do the same again. */
function isDoneElsewhere(unit: Unit, check: Check): boolean {
  return check === 'build' && unit.manager === 'maven' && unit.commands.test.length > 0;
}

/** gofmt and cargo fmt read sources alone. */
function installSteps(unit: Unit, check: Check): Step[] {
  if (check === 'format' && (unit.manager === 'go' || unit.manager === 'cargo')) return [];
  return unit.commands.install.map((command) => runStep('Install dependencies', command));
}

function componentsFor(unit: Unit, check: Check): readonly string[] {
  if (unit.manager !== 'cargo') return [];
  return check === 'lint' ? ['clippy'] : check === 'format' ? ['rustfmt'] : [];
}

function runStep(name: string, { run, directory, because }: Command): Step {
  return run.startsWith('golangci-lint ')
    ? { kind: 'golangci-lint', directory, because }
    : { kind: 'run', name, run, directory, because };
}

const TITLES: Readonly<Record<Check, string>> = {
  lint: 'Lint',
  format: 'Check the format',
  typecheck: 'Check the types',
  test: 'Test',
  build: 'Build',
  audit: 'Audit dependencies',
  coverage: 'Measure coverage',
  'secret-scan': 'Scan for secrets',
};

function title(check: Check): string {
  return TITLES[check];
}

function runnerOf({ unit, intents, services }: CheckInput): readonly string[] {
  return covering(intents, 'runner', (selector) => selectsUnit(selector, unit, services)).at(-1)?.labels ?? [RUNNER];
}

function timeoutOf({ unit, intents, services, check }: CheckInput): number {
  return (
    covering(intents, 'timeout', (selector) => selectsUnit(selector, unit, services)).at(-1)?.minutes ?? TIMEOUTS[check]
  );
}

const MATRIX_TOOLS: Readonly<Record<string, readonly string[]>> = {
  go: ['go'],
  node: ['node'],
  python: ['python'],
  java: ['java', 'jdk'],
  kotlin: ['java', 'jdk'],
  rust: ['rust'],
};

/** Versions are for tests and builds; a style is checked once. */
function versionMatrix({
  unit,
  intents,
  services,
  check,
}: CheckInput): { tool: string; versions: readonly string[] } | null {
  if (check !== 'test' && check !== 'build') return null;
  const found = covering(intents, 'matrix', (selector) => selectsUnit(selector, unit, services)).filter(
    ({ tool, versions }) =>
      versions !== undefined && tool !== undefined && MATRIX_TOOLS[unit.ecosystem]?.includes(tool),
  );
  const last = found.at(-1);
  return last?.tool && last.versions ? { tool: last.tool, versions: last.versions } : null;
}
