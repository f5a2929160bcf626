import type { Covered } from '../../domain/coverage.ts';
import { type MatrixRows, UNIT_DIRECTORY } from '../../domain/matrix.ts';
import type { Job, Pipeline, Step } from '../../domain/pipeline.ts';
import type { Command } from '../../domain/profile.ts';
import { asCalled } from '../plan/golangci-lint.ts';

/** What a pipeline does, however its jobs are folded: keys of commands in their folders, and names of images. */
export interface Runs {
  readonly commands: ReadonlySet<string>;
  readonly images: ReadonlySet<string>;
}

/** A command as a pipeline's `commands` has it. */
export function runKey({ directory, run }: Pick<Command, 'directory' | 'run'>): string {
  return `${directory}\0${run}`;
}

/** What the jobs of a pipeline run and build. */
export function runsOf({ jobs }: Pipeline): Runs {
  const steps = jobs.flatMap((job) => job.steps);
  const matrices = steps.flatMap((step) => (step.kind === 'changes' ? step.matrices : []));
  return {
    commands: new Set(jobs.flatMap((job) => commandsIn(job, foldersOf(job, matrices)))),
    images: new Set(steps.flatMap(imagesOf)),
  };
}

/** The same with what the repository's own workflows run in its place. */
export function withCovered({ commands, images }: Runs, covered: readonly Covered[]): Runs {
  const made = covered.filter(({ check }) => check === 'image');
  return {
    commands: new Set([...commands, ...covered.flatMap((one) => one.commands.map(runKey))]),
    images: new Set([...images, ...made.map(({ subject }) => subject)]),
  };
}

function imagesOf(step: Step): string[] {
  if (step.kind === 'make-image') return [step.service];
  return step.kind === 'build-image' ? step.builds.map(({ service }) => service) : [];
}

/** The folders that the rows of a job name; one that is in no row's place where it has no such rows. */
function foldersOf({ matrix }: Job, matrices: readonly MatrixRows[]): readonly string[] {
  if (matrix?.kind !== 'units') return [UNIT_DIRECTORY];
  const { from } = matrix;
  const rows = 'output' in from ? rowsOf(from.output, matrices) : from;
  return rows.flatMap((row) => ('directory' in row ? [row.directory] : []));
}

function rowsOf(output: string, matrices: readonly MatrixRows[]) {
  return matrices.filter((it) => it.output === output).flatMap(({ rows }) => rows.map(({ row }) => row));
}

function commandsIn({ steps }: Job, folders: readonly string[]): string[] {
  return steps.flatMap((step) => {
    const command = commandOf(step);
    if (!command) return [];
    return folders.map((folder) =>
      runKey({ ...command, directory: command.directory.replace(UNIT_DIRECTORY, () => folder) }),
    );
  });
}

/** Linters that an action brings, or that are given more time, run as what the repository calls them by. */
function commandOf(step: Step): Pick<Command, 'directory' | 'run'> | null {
  switch (step.kind) {
    case 'run':
      return { directory: step.directory, run: asCalled(step.run) };
    case 'golangci-lint':
      return { directory: step.directory, run: 'golangci-lint run' };
    case 'cargo-deny':
      return { directory: step.directory, run: `cargo deny ${step.check}` };
    case 'checkout':
    case 'setup':
    case 'secret-scan':
    case 'install-tool':
    case 'cache':
    case 'changes':
    case 'build-image':
    case 'build-module':
    case 'make-image':
    case 'push-image':
    case 'keep-reports':
    case 'hand-over':
    case 'publish':
    case 'gate':
      return null;
  }
}
