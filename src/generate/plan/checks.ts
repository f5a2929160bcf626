import type { ImageCatalogue } from '../../domain/catalogue.ts';
import { CHECKS, type Check } from '../../domain/check.ts';
import type { Covered } from '../../domain/coverage.ts';
import type { Job, ServiceContainer, Step } from '../../domain/pipeline.ts';
import type { Command, Unit } from '../../domain/profile.ts';
import type { Selector } from '../../domain/request.ts';
import { covering, type MarkedWishes, reachOfUnit, servicesFor } from '../select.ts';
import { grounded, wantedCommands } from './commands.ts';
import { containersFor } from './containers.ts';
import { equip } from './equip.ts';
import { checkout, plainJob, RUNNER } from './frame.ts';
import { matrixFor, RUNS_IN_MATRIX } from './matrix.ts';
import { slug } from './names.ts';
import { setupSteps } from './setup.ts';
import { commandSteps } from './steps.ts';

interface Kind {
  readonly title: string;
  /** After which the job is ended: several times what such a job needs, far from GitHub's six hours. */
  readonly minutes: number;
}

const KINDS: Readonly<Record<Check, Kind>> = {
  lint: { title: 'Lint', minutes: 10 },
  format: { title: 'Check the format', minutes: 10 },
  typecheck: { title: 'Check the types', minutes: 10 },
  test: { title: 'Test', minutes: 20 },
  build: { title: 'Build', minutes: 20 },
  audit: { title: 'Audit dependencies', minutes: 10 },
  coverage: { title: 'Measure coverage', minutes: 20 },
  'secret-scan': { title: 'Scan for secrets', minutes: 10 },
};

const CUSTOM_MINUTES = 10;

export interface UnitInput extends MarkedWishes {
  readonly unit: Unit;
  /** The unit's name in job ids. */
  readonly name: string;
  readonly images: ImageCatalogue;
  /** What of its checks is done elsewhere; absent where nobody looked. */
  readonly elsewhere?: readonly Covered[];
}

/** A job of a unit, and what it is for. */
export interface UnitJob {
  readonly job: Job;
  /** Null for a command of somebody's own. */
  readonly check: Check | null;
  readonly commands: readonly Command[];
}

/** The jobs of a unit: one for each check that is wanted and that it has a command for, then one for each command of somebody's own. */
export function unitJobs(input: UnitInput): UnitJob[] {
  return [...checkJobs(input, CHECKS), ...customJobs(input)];
}

/** Those of its jobs that are for these checks. */
export function checkJobs(input: UnitInput, checks: readonly Check[]): UnitJob[] {
  return checks.flatMap((check) => checkJob(input, check) ?? []);
}

function checkJob(input: UnitInput, check: Check): UnitJob | null {
  const { unit, name } = input;
  const commands = wantedCommands({ ...input, check }).filter((command) => !isElsewhere(input, check, command));
  if (commands.length === 0 || isDoneByTest(input, check)) return null;
  const containers = containersBeside(input, check);
  const variants = RUNS_IN_MATRIX.includes(check)
    ? matrixFor(unit, about(input, 'matrix', ['whole']), { hasContainers: containers.length > 0 })
    : null;
  const job: Job = {
    ...commandJob(input, { commands, title: KINDS[check].title, check, isVaried: variants?.versions != null }),
    id: `${name}-${check}`,
    name: `${name}: ${check}`,
    timeoutMinutes: minutesOf(input, usualMinutes(check, commands)),
    matrix: variants,
    containers,
  };
  return { job, check, commands };
}

function isElsewhere({ elsewhere = [] }: UnitInput, check: Check, { run, directory }: Command): boolean {
  const done = elsewhere.flatMap((one) => (one.check === check ? one.commands : []));
  return done.some((one) => one.run === run && one.directory === directory);
}

/** What stands beside tests; beside what only compiles, what that does not do without. */
function containersBeside({ unit, intents, profile, images }: UnitInput, check: Check | null): ServiceContainer[] {
  const isTested = check === 'test' || check === 'coverage';
  if (!isTested && (readsSourcesAlone(unit, check) || check === 'audit' || check === 'secret-scan')) return [];
  const isCompiled = (service: string) => unit.needs.some((need) => need.service === service && need.isForCompiling);
  const wanted = servicesFor(unit, intents, profile).filter(({ service }) => isTested || isCompiled(service));
  return containersFor(unit, wanted, images);
}

/** Commands under a name of somebody's own, where the repository has them word for word. */
function customJobs(input: UnitInput): UnitJob[] {
  return about(input, 'custom', ['whole', 'part']).flatMap((intent) => {
    const commands = grounded(input.unit, intent.command);
    if (!commands) return [];
    const job: Job = {
      ...commandJob(input, { commands, title: intent.name, check: null, isVaried: false }),
      id: `${input.name}-${slug(intent.name)}`,
      name: `${input.name}: ${intent.name}`,
      timeoutMinutes: minutesOf(input, CUSTOM_MINUTES),
      containers: containersBeside(input, null),
    };
    return { job, check: null, commands };
  });
}

interface CommandJob {
  readonly commands: readonly Command[];
  readonly title: string;
  readonly check: Check | null;
  /** A matrix sets the tool's version. */
  readonly isVaried: boolean;
}

function commandJob(input: UnitInput, { commands, title, check, isVaried }: CommandJob): Job {
  const { unit } = input;
  const work = commandSteps(title, commands, unit);
  // cargo-deny comes in a container of its own.
  const isSelfContained = work.every(({ kind }) => kind === 'cargo-deny');
  return {
    ...plainJob(''),
    runner: about(input, 'runner', ['whole']).at(-1)?.labels ?? [RUNNER],
    steps: [
      checkout(unit),
      ...(isSelfContained || isThere(unit, check) ? [] : toolsFor(input, { commands, check, isVaried })),
      ...work,
      ...(check === 'test' ? reportSteps(unit) : []),
    ],
    because: commands.flatMap(({ because }) => because),
  };
}

function toolsFor({ unit }: UnitInput, { commands, check, isVaried }: Omit<CommandJob, 'title'>): Step[] {
  const options = { components: componentsFor(unit, check), fromMatrix: isVaried };
  return readsSourcesAlone(unit, check) ? setupSteps(unit, options) : equip(unit, commands, options);
}

/** Where build tools write what their tests say. (maven-surefire-plugin, maven-failsafe-plugin, Gradle's and sbt's manuals) */
const REPORTS: Partial<Record<Unit['manager'], readonly string[]>> = {
  maven: ['target/surefire-reports/', 'target/failsafe-reports/'],
  gradle: ['build/reports/tests/', 'build/test-results/'],
  sbt: ['target/test-reports/'],
};

function reportSteps({ manager, directory }: Unit): Step[] {
  const folders = REPORTS[manager];
  return folders ? [{ kind: 'keep-reports', directory, folders }] : [];
}

/** Maven's `verify` compiles, tests and packages: a second job would do the same again. */
function isDoneByTest(input: UnitInput, check: Check): boolean {
  return check === 'build' && input.unit.manager === 'maven' && wantedCommands({ ...input, check: 'test' }).length > 0;
}

/** gofmt, cargo fmt, terraform fmt, swift format and clang-format need no dependencies. */
function readsSourcesAlone({ manager }: Unit, check: Check | null): boolean {
  return check === 'format' && ['go', 'cargo', 'terraform', 'spm', 'cmake', 'meson', 'make'].includes(manager);
}

/** clang-format is on GitHub's runners. */
function isThere({ manager }: Unit, check: Check | null): boolean {
  return check === 'format' && ['cmake', 'meson', 'make'].includes(manager);
}

const COMPONENTS: Partial<Record<Check, readonly string[]>> = {
  lint: ['clippy'],
  format: ['rustfmt'],
  coverage: ['llvm-tools'],
};

function componentsFor({ manager }: Unit, check: Check | null): readonly string[] {
  if (manager !== 'cargo') return [];
  return COMPONENTS[check ?? 'build'] ?? [];
}

/** Linters that build all that they look at, and the one that works through all of Erlang as well. (hexdocs.pm, "Dialyxir": PLT) */
const SLOW: readonly (readonly [call: RegExp, minutes: number])[] = [
  [/\bmix dialyzer\b/, 30],
  [
    /\b(?:cargo (?:\+\S{1,40} )?(?:clippy|doc|check)|mix (?:compile|credo)|dotnet format|gradlew?|mvnw?|sbt|swift)\b/,
    20,
  ],
];

function usualMinutes(check: Check, commands: readonly Command[]): number {
  const slow = SLOW.find(([call]) => commands.some(({ run }) => call.test(run)));
  return Math.max(KINDS[check].minutes, slow?.[1] ?? 0);
}

function minutesOf(input: UnitInput, usual: number): number {
  return about(input, 'timeout', ['whole']).at(-1)?.minutes ?? usual;
}

function about<K extends 'matrix' | 'custom' | 'runner' | 'timeout'>(
  { intents, unit, profile }: UnitInput,
  kind: K,
  reaches: readonly ('whole' | 'part')[],
) {
  const isMeant = (selector: Selector) => {
    const reach = reachOfUnit(selector, unit, profile);
    return reach !== 'none' && reaches.includes(reach);
  };
  return covering(intents, kind, isMeant);
}
