import { UNIT_DIRECTORY, type UnitRow } from '../../../domain/matrix.ts';
import type { Job, Pipeline, Step } from '../../../domain/pipeline.ts';
import { MOST_COMMANDS, type PlanCommand, type PlanEntry, type PlanSetup } from '../../../domain/plan.ts';
import type { Submodules } from '../../../domain/profile.ts';
import { slug } from '../../plan/names.ts';
import { installation } from '../installation.ts';
import { changesOf, type IsConcerned, isStarted } from './concern.ts';
import { planTool } from './tools.ts';
import { type Variant, variantsOf } from './variants.ts';

export interface EntriesInput {
  readonly pipeline: Pipeline;
  readonly isConcerned: IsConcerned;
}

/** With what tells the unit: entries of one unit share it. */
export type UnitEntry = PlanEntry & { readonly unit: string };

/** The entries of one job: one for each of its variants or units that the change concerns, none for a job that runs no command. */
export function planEntries(job: Job, { pipeline, isConcerned }: EntriesInput): UnitEntry[] {
  const isCheck = job.steps.some(({ kind }) => kind === 'run' || kind === 'golangci-lint' || kind === 'cargo-deny');
  const isImage = job.steps.some(({ kind }) => ['build-image', 'make-image', 'push-image', 'changes'].includes(kind));
  if (!isCheck || isImage) return [];
  if (job.matrix?.kind === 'units') return unitRows(job, pipeline, isConcerned).map((row) => rowEntry(job, row));
  if (!isStarted(job, pipeline, isConcerned)) return [];
  return variantsOf(job).map((variant) => entryOf(job, variant, unitOf(job)));
}

function unitRows({ matrix }: Job, pipeline: Pipeline, isConcerned: IsConcerned): readonly UnitRow[] {
  if (matrix?.kind !== 'units') return [];
  const { from } = matrix;
  if (!('output' in from)) return from;
  const rows = changesOf(pipeline)?.matrices.find(({ output }) => output === from.output)?.rows ?? [];
  return rows.flatMap(({ row, globs }) => ('unit' in row && isConcerned(globs) ? [row] : []));
}

function rowEntry(job: Job, { unit, directory }: UnitRow): UnitEntry {
  const check = job.matrix?.kind === 'units' ? job.matrix.check : '';
  const steps = job.steps.map((step) => inDirectory(step, directory));
  const runner = job.runner.length === 1 ? (job.runner[0] ?? '') : job.runner;
  return entryOf(
    { ...job, steps },
    { id: `${job.id}-${slug(unit)}`, name: `${unit}: ${check}`, runner, version: null },
    unit,
  );
}

/** The paths of a step of many units, for one of them. */
function inDirectory(step: Step, directory: string): Step {
  // By a function: a name may hold what `replaceAll` would take for a part of the text.
  const placed = JSON.stringify(step).replaceAll(UNIT_DIRECTORY, () => JSON.stringify(directory).slice(1, -1));
  return JSON.parse(placed) as Step;
}

/** Checks of one unit work in one folder. */
function unitOf({ steps }: Job): string {
  const folders = steps.flatMap((step) => (step.kind === 'setup' || step.kind === 'run' ? [step.directory] : []));
  return folders[0] ?? '.';
}

/** Where a job needs a database beside it, its tests are left to generated.yml. */
function entryOf(job: Job, { id, name, runner, version }: Variant, unit: string): UnitEntry {
  const core = { unit, id, name, runner, timeout: job.timeoutMinutes };
  if (job.containers.length > 0) {
    const needs = job.containers.map((container) => container.name).join(' and ');
    return {
      ...core,
      // It ends green where it stands alone, and must not look like tests that passed.
      name: `${name} (left to generated.yml)`,
      setup: [],
      tools: {},
      commands: [],
      omitted: [`${name} needs ${needs}: only generated.yml runs it.`],
    };
  }
  const setup = job.steps.flatMap((step) => planTool(step, version) ?? []);
  const tools: Record<string, PlanSetup> = Object.fromEntries(setup.map(({ tool, ...options }) => [tool, options]));
  return { ...core, setup, tools, commands: bounded(job.steps.flatMap(commandOf)) };
}

function commandOf(step: Step): PlanCommand[] {
  if (step.kind === 'checkout') return step.submodules ? [submodulesCommand(step.submodules)] : [];
  if (step.kind === 'run') return [{ name: step.name, run: step.run, directory: step.directory }];
  const isCommand = step.kind === 'install-tool' && planTool(step, null) === null;
  return isCommand ? [{ name: `Install ${step.tool}`, run: installation(step.tool), directory: '.' }] : [];
}

/** The checkout before a plan knows nothing of them. */
function submodulesCommand({ isRecursive }: Submodules): PlanCommand {
  const run = `git submodule update --init${isRecursive ? ' --recursive' : ''}`;
  return { name: 'Check out submodules', run, directory: '.' };
}

/** What comes after the last that has a step of its own goes along with it. */
function bounded(commands: readonly PlanCommand[]): PlanCommand[] {
  if (commands.length <= MOST_COMMANDS) return [...commands];
  const kept = commands.slice(0, MOST_COMMANDS - 1);
  const rest = commands.slice(MOST_COMMANDS - 1);
  const quoted = (path: string) => `'${path.replaceAll("'", String.raw`'\''`)}'`;
  const run = rest.map((command) => `(cd ${quoted(command.directory)}\n${command.run}\n)`).join('\n');
  return [...kept, { name: rest.map(({ name }) => name).join(', '), run, directory: '.' }];
}
