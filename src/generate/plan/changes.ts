import type { ChangeGroup, ImageMatrix, Job } from '../../domain/pipeline.ts';
import { plainJob } from './frame.ts';

/** Jobs that concern the same files. */
export interface Area {
  /** Unique among areas and outputs. */
  readonly name: string;
  readonly globs: readonly string[];
  readonly jobs: readonly Job[];
}

/** A job with a matrix, and what each of its rows concerns. */
export interface MatrixArea {
  readonly job: Job;
  readonly matrix: ImageMatrix;
}

export interface Areas {
  readonly plain: readonly Area[];
  readonly matrices: readonly MatrixArea[];
  /** Globs that concern every area. */
  readonly always: readonly string[];
}

/**
 * The jobs of all areas. Where they concern different files, a job `changes` comes first and a pull request runs only what it touches;
 * where everything concerns everything there is nothing to choose from, and no such job.
 */
export function onlyWhatChanged({ plain, matrices, always }: Areas): Job[] {
  const areas = plain.filter(({ jobs }) => jobs.length > 0);
  const rows = matrices.flatMap(({ matrix }) => matrix.rows);
  const subjects = new Set([...areas, ...rows].map(({ globs }) => keyOf(globs)));
  const chosen = subjects.size > 1 ? matrices.filter(isChoosing) : [];
  const groups: ReadonlyMap<string, string> = subjects.size > 1 ? groupsOf(areas) : new Map();
  const work = [
    ...areas.flatMap(({ jobs, globs }) => jobs.map((job) => onlyIf(job, groups.get(keyOf(globs)) ?? null))),
    ...matrices.map((area) => (chosen.includes(area) ? fromChanges(area) : area.job)),
  ];
  if (groups.size + chosen.length === 0) return work;
  const named = areas.filter(({ name, globs }) => groups.get(keyOf(globs)) === name);
  return [changesJob(named, chosen, always), ...work];
}

function changesJob(groups: readonly ChangeGroup[], matrices: readonly MatrixArea[], always: readonly string[]): Job {
  return {
    ...plainJob('changes'),
    steps: [
      { kind: 'checkout', history: 'full' },
      {
        kind: 'changes',
        always,
        groups: groups.map(({ name, globs }) => ({ name, globs })),
        matrices: matrices.map(({ matrix }) => matrix),
      },
    ],
    comments: ['What a pull request does not touch is not run again.'],
  };
}

/** The first area of each set of globs gives the name; what everything concerns needs none. */
function groupsOf(areas: readonly Area[]): ReadonlyMap<string, string> {
  const choosing = areas.filter(({ globs }) => !isEverything(globs));
  return new Map([...choosing].reverse().map(({ name, globs }) => [keyOf(globs), name]));
}

function onlyIf(job: Job, group: string | null): Job {
  return group === null ? job : { ...job, needs: ['changes'], condition: { kind: 'changed', group } };
}

function fromChanges({ job, matrix }: MatrixArea): Job {
  return {
    ...job,
    needs: ['changes'],
    matrix: { kind: 'images', from: { output: matrix.output } },
    comments: [...job.comments, IDLE_ROW],
  };
}

const IDLE_ROW =
  'Where the change concerns no image, one row builds nothing: a matrix may be neither empty nor skipped.';

function isChoosing({ matrix }: MatrixArea): boolean {
  return matrix.rows.some(({ globs }) => !isEverything(globs));
}

function isEverything(globs: readonly string[]): boolean {
  return globs.includes('**');
}

function keyOf(globs: readonly string[]): string {
  return isEverything(globs) ? '**' : JSON.stringify(globs);
}
