import { posix } from 'node:path';
import { type Command, commandsUpTo, type OwnJob } from './own-ci.ts';
import { essenceOf, plainCommand, plainInstall } from './plain.ts';
import type { PlannedJob, Step } from './planned.ts';
import { behind, mentions } from './scripts.ts';

/** What our profile says of a unit, as far as it matters here. */
export interface Unit {
  readonly directory: string;
  readonly manager: string | null;
  readonly install: readonly string[];
  /** The targets of the makefile in its folder. */
  readonly targets: readonly string[];
  /** Its checks, each with the places that show it. */
  readonly checks: readonly { readonly run: string; readonly because: readonly Place[] }[];
}

export interface Place {
  readonly file: string;
  readonly line: number;
}

/** What the repository has of its own. */
export interface Ci {
  readonly jobs: readonly OwnJob[];
  /** The text of a file of the repository, or undefined. */
  readonly read: (path: string) => string | undefined;
}

/** What the repository's own people would run for the same unit. */
export interface OwnCommands {
  readonly from: 'ci' | 'task' | 'plain' | 'same';
  /** `file:line` of the step, where it is their CI's; `make test`, where it is a task of theirs; else empty. */
  readonly where: string;
  readonly commands: readonly Command[];
  /** The steps of their job that set tools up; undefined where it is not their CI's. */
  readonly setup: readonly Step[] | undefined;
}

/**
 * The repository's own commands for what a generated job checks, the best first: those of its own CI, up to the step that our profile gives as
 * evidence, or that runs the same program in the same folder; where it has none, the target of its makefile that is called after the check;
 * then what a person would type who knows no more than the unit's manager.
 */
export function ownCommands(planned: PlannedJob, unit: Unit | undefined, ci: Ci): readonly OwnCommands[] {
  const checks = checksOf(planned, unit);
  const theirs = stepOf(planned, checks, unit, ci);
  const plain = plainOf(planned, unit);
  const all = [theirs ?? taskOf(planned, unit) ?? [], plain].flat();
  return all.map((own) => (isSame(own.commands, commandsOf(planned)) ? { ...own, from: 'same' } : own));
}

/** What a generated job runs. */
export function commandsOf({ job, directory }: PlannedJob): readonly Command[] {
  const steps = job.steps ?? [];
  return steps.flatMap((step) =>
    step.run === undefined
      ? []
      : [
          {
            run: step.run,
            directory: step['working-directory'] ?? directory,
            environment: strings({ ...job.env, ...step.env }),
          },
        ],
  );
}

function strings(environment: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, String(value)]));
}

function checksOf(planned: PlannedJob, unit: Unit | undefined): readonly string[] {
  const known = new Set(unit?.checks.map(({ run }) => run));
  return commandsOf(planned).flatMap(({ run }) => (known.has(run) ? [run] : []));
}

function stepOf(
  { directory }: PlannedJob,
  checks: readonly string[],
  unit: Unit | undefined,
  { jobs, read }: Ci,
): OwnCommands | undefined {
  const places = (unit?.checks ?? []).filter(({ run }) => checks.includes(run)).flatMap(({ because }) => because);
  const essences = checks.map(essenceOf).filter((essence) => essence !== '');
  const steps = jobs.flatMap((job) => job.steps.map((step, index) => ({ job, step, index })));
  const shown = steps.filter(({ job, step: { lines, command } }) =>
    places.some(({ file, line }) => command && file === job.file && line >= lines[0] && line <= lines[1]),
  );
  const alike = steps.filter(
    ({ step: { command } }) =>
      command !== undefined &&
      goesTo(command, directory, read) &&
      essences.some((essence) => mentions(behind(command, read), essence)),
  );
  // The last of the steps that show it, so that what all checks of the job need has run.
  const ordered = [...shown.toReversed(), ...alike];
  for (const { job, index, step } of ordered) {
    const commands = commandsUpTo(job, index);
    if (commands !== undefined)
      return { from: 'ci', where: `${job.file}:${step.lines[0]}`, commands, setup: job.steps.map((own) => own.step) };
  }
  return undefined;
}

/** Whether a command runs in a folder, by what its step says or by what stands in it and in its scripts. */
function goesTo(command: Command, directory: string, read: Ci['read']): boolean {
  const [own, wanted] = [posix.normalize(command.directory), posix.normalize(directory)];
  if (own === wanted) return true;
  const below = posix.relative(own, wanted);
  return wanted !== '.' && !below.startsWith('..') && folderIn(behind(command, read), below);
}

function folderIn(text: string, folder: string): boolean {
  return text.split(/[\s"';&|()]+/).some((word) => word === folder || word.endsWith(`/${folder}`));
}

/** Names under which people keep each kind of check, best first. */
const TARGETS: Readonly<Record<string, readonly string[]>> = {
  lint: ['lint', 'check'],
  format: ['format-check', 'fmt-check', 'check-format', 'lint', 'check'],
  typecheck: ['typecheck', 'type-check', 'types', 'lint', 'check'],
  test: ['test', 'tests', 'test-unit', 'check'],
  build: ['build'],
};

function taskOf(planned: PlannedJob, unit: Unit | undefined): OwnCommands | undefined {
  const [kind = ''] = /[a-z]+$/.exec(planned.id) ?? [];
  const target = (TARGETS[kind] ?? []).find((name) => unit?.targets.includes(name));
  if (target === undefined || unit === undefined) return undefined;
  const { first, plain } = installOf(planned, unit);
  const install = first === undefined ? [] : plain.map((run) => ({ ...first, run }));
  const run = `make ${target}`;
  const commands = [...install, { run, directory: unit.directory, environment: {} }];
  return { from: 'task', where: run, commands, setup: undefined };
}

/** The command by which a generated job installs first, and what people type in its place. */
function installOf(planned: PlannedJob, unit: Unit | undefined) {
  const known = new Set(unit?.install);
  const first = commandsOf(planned).find(({ run }) => known.has(run));
  const plain = first === undefined || unit === undefined ? [] : plainInstall(unit.manager, first.run);
  return { first, plain };
}

function plainOf(planned: PlannedJob, unit: Unit | undefined): OwnCommands {
  const all = commandsOf(planned);
  const install = new Set(unit?.install);
  const { plain } = installOf(planned, unit);
  const first = all.findIndex(({ run }) => install.has(run));
  const commands = all.flatMap((command, index): readonly Command[] => {
    if (index === first) return plain.map((run) => ({ ...command, run }));
    return install.has(command.run) ? [] : [{ ...command, run: plainCommand(command.run) }];
  });
  return { from: 'plain', where: '', commands, setup: undefined };
}

function isSame(some: readonly Command[], others: readonly Command[]): boolean {
  const text = (commands: readonly Command[]) =>
    JSON.stringify(
      commands.map(({ run, directory, environment }) => [run.trim(), posix.normalize(directory), environment]),
    );
  return text(some) === text(others);
}
