import type { Evidence } from '../../domain/evidence.ts';
import { firstOfEach, groupedBy } from '../../domain/grouped.ts';
import { asCargoTest } from '../called/insta.ts';
import { jobOf } from '../ci/jobs.ts';
import { MOST } from '../ci/limits.ts';
import { isNever } from '../ci/never.ts';
import type { PipelineStep } from '../ci/step.ts';
import { layered } from '../ci/yaml-steps.ts';
import { oncePerSnapshot } from '../once.ts';
import { readSteps } from '../pipelines/steps.ts';
import { inItsFolder } from '../shell/its-folder.ts';
import type { ShellCommand } from '../shell/shell.ts';
import { stepCommands } from '../shell/step-commands.ts';
import type { Snapshot } from '../snapshot.ts';
import { withoutOwnVariables } from './before/own-variables.ts';
import { TEST_SETTINGS } from './before/settings.ts';
import { ofAnotherLanguage } from './checks/package-script.ts';
import { callsStartedBy, checkRuns, type StartedCall } from './runner-calls.ts';

/** A command that every change starts in one of the repository's own pipelines. */
export interface PipelineCall extends ShellCommand {
  /** Whether containers stand beside it. */
  readonly hasContainers: boolean;
  /** The jobs that start it; none where no pipeline does by itself. */
  readonly jobs: readonly string[];
  readonly because: readonly Evidence[];
}

/**
 * The commands that every change starts on Linux, in the order of the pipelines, each where it runs. Those that deploy, publish or log
 * in, ask a person, or do not end are never among them.
 */
export const pipelineCalls = oncePerSnapshot((snapshot: Snapshot): readonly PipelineCall[] =>
  [...ofPipelines(snapshot), ...runnersOf(snapshot)].slice(0, MOST.commands),
);

const ofPipelines = oncePerSnapshot((snapshot: Snapshot): readonly PipelineCall[] => {
  const steps = readSteps(snapshot, CHECKS).filter(({ isUsual }) => isUsual);
  // What many jobs say alike is said once by each file.
  const once = new Map<string, PlacedCommand>();
  for (const step of steps) {
    if (once.size >= MOST.commands) break;
    for (const call of callsOf(snapshot, step)) {
      const key = `${call.file}\0${call.directory}\0${call.run}`;
      const before = once.get(key);
      if (before === undefined && !isNever(call.run)) once.set(key, call);
      before?.jobs.push(...call.jobs);
    }
  }
  const first = [...once.values()].slice(0, MOST.commands);
  const calls = first.map(({ file, ...call }) => ({ ...call, because: [snapshot.evidence(file, call.line)] }));
  return [...calls, ...calls.flatMap((call) => callsBelow(snapshot, call))];
});

const pipelineFolders = oncePerSnapshot((snapshot) => new Set(ofPipelines(snapshot).map(({ directory }) => directory)));

/** Whether nothing but the repository's own tasks says what is run in a folder: no pipeline does. */
export function isLeftToTasks(snapshot: Snapshot, directory: string): boolean {
  return !pipelineFolders(snapshot).has(directory);
}

/** What a call of a task or a script comes to in other folders than its own: in its own it is the task that it is. */
function callsBelow(snapshot: Snapshot, call: PipelineCall): PipelineCall[] {
  const commands = callsStartedBy(snapshot, call).filter(({ directory }) => directory !== call.directory);
  return usable(commands).map((command) => ({
    ...command,
    environment: layered(call.environment, command.environment),
    hasContainers: call.hasContainers,
    jobs: call.jobs,
    because: [...call.because, ...command.because],
  }));
}

/** The repository's own tasks say what is checked where no pipeline does. (detection.md, "Command precedence") */
function runnersOf(snapshot: Snapshot): PipelineCall[] {
  const commands = checkRuns(snapshot)
    .flat()
    .filter(({ directory }) => isLeftToTasks(snapshot, directory));
  // A task may lead to what another one is called for.
  const once = firstOfEach(commands, ({ directory, run }) => `${directory}\0${run}`);
  return usable(once).map((command) => ({ ...command, hasContainers: false, jobs: [] }));
}

function usable(commands: readonly StartedCall[]): StartedCall[] {
  return commands.filter(({ run }) => !isNever(run));
}

/** All commands of one step, whatever they do. */
export function stepCalls(snapshot: Snapshot, step: PipelineStep): PipelineCall[] {
  const { file, hasContainers = false } = step;
  const environment = withoutOwnVariables(snapshot, step);
  return stepCommands(step).map((command) => ({
    ...command,
    environment: layered(environment, command.environment),
    hasContainers,
    jobs: [jobOf(step)],
    because: [snapshot.evidence(file, command.line)],
  }));
}

interface PlacedCommand extends Omit<PipelineCall, 'because' | 'jobs'> {
  readonly file: string;
  readonly jobs: string[];
}

function callsOf(snapshot: Snapshot, step: PipelineStep): PlacedCommand[] {
  const { file, hasContainers = false } = step;
  const environment = withoutOwnVariables(snapshot, step);
  const typed = stepCommands(step)
    .map(inItsFolder)
    .map((command) => ({ ...command, run: asCargoTest(command.run) }));
  const commands = typed.flatMap((command) => [command, ...ofAnotherLanguage(snapshot, command)]);
  return commands.map((command) => ({
    ...command,
    environment: layered(environment, command.environment),
    hasContainers,
    jobs: [jobOf(step)],
    file,
  }));
}

/** Those of one folder. */
export function callsIn(snapshot: Snapshot, directory: string): readonly PipelineCall[] {
  return callsByFolder(snapshot).get(directory) ?? [];
}

const callsByFolder = oncePerSnapshot((snapshot) => groupedBy(pipelineCalls(snapshot), ({ directory }) => directory));

/** Words of checks and of their runners: a pipeline without any has nothing to say here. */
const CHECKS = new RegExp(
  [
    String.raw`\b(?:cargo|go|mvnw?|gradlew?|terraform|tofu|dotnet|mix|composer) (?:\+?[\w.-]+ ){0,2}(?:fmt|format|clippy|doc|deny|sqlx|nextest|test|vet|mod|validate)\b`,
    String.raw`\b(?:golangci-lint|gotestsum|cargo-deny|trivy|pre-commit|prek|ruff|mypy|pyright|flake8|black|isort|pylint|unittest|pytest)\b`,
    String.raw`(?:^|: |&& |; |- )\s{0,20}(?:make|just|task) [\w-]`,
    String.raw`\b(?:npm|pnpm|yarn|bun) (?:-\S{1,20} \S{1,100} )?(?:run )?[\w:-]*(?:lint|check|type|format|fmt|tsc|compile|build|dist|bundle|prod)`,
    String.raw`\bpnpm (?:-\S{1,40} ){0,8}(?:-r|--recursive|recursive) |\byarn workspaces |\b(?:npm|bun) .{0,60}(?:-ws|--workspaces|(?:-F|--filter)[= ]['"]?\*)`,
    String.raw`\b(?:turbo|lerna) (?:run )?[\w:-]|\bnx run-many\b`,
    String.raw`\b(?:npx|bunx|exec) (?:-- )?[\w@/-]{1,60} (?:lint|check|format|fmt)\b`,
    String.raw`(?:\b(?:npx|bunx|exec|yarn) (?:-- )?|node_modules/\S{1,80}/)(?:eslint|oxlint|stylelint|standard|xo|knip|biome|prettier|tsc|vue-tsc|svelte-check)\b`,
    String.raw`\b(?:rails|rake|artisan|npm|pnpm|yarn|bun|composer|swift|sbt|deno|mvnw?|gradlew?) (?:run )?[\w:-]{0,60}(?:test|verify)`,
    String.raw`\b(?:mvnw?|gradlew?) (?:\S{1,100} ){0,8}(?:package|install|build|check)\b`,
    String.raw`\bmanage\.py test\b`,
    String.raw`\b(?:hatch|pdm|rye|pixi|pipenv) run [\w:-]|\brun task [\w:-]`,
    String.raw`\b(?:pdm|poe) [\w:-]{0,40}(?:test|lint|check|format|type)`,
    String.raw`\b(?:scripts?|bin|ci|hack)/[\w-]{0,40}(?:test|lint|check|format)`,
    String.raw`(?:^|[\s/])[\w-]{0,40}(?:test|lint|check|build|verify|format|ci)[\w-]{0,40}\.sh\b`,
    String.raw`\bcomposer (?:run |run-script )?[\w:-]{0,30}(?:lint|cs|sniff|stan|analy|psalm|style|format|check|pint)`,
    String.raw`\bdeno (?:fmt|lint|check|test|task)\b`,
    String.raw`\b(?:rspec|rake|phpunit|pest|phpstan|psalm|phpcs|php-cs-fixer|pint|vitest|jest|mocha|ctest)\b`,
    String.raw`\b(?:cp|mv) \S{0,60}\.(?:env|example|sample|dist|template|tmpl|default|ci|github|test)\b`,
    ...TEST_SETTINGS.map((name) => String.raw`\b${name}\b`),
  ].join('|'),
  'm',
);
