import type { MatrixRows } from '../../domain/matrix.ts';
import type { ChangeGroup, Job } from '../../domain/pipeline.ts';
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
  readonly matrix: MatrixRows;
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
      { kind: 'checkout', history: 'commits' },
      {
        kind: 'changes',
        always,
        groups: groups.map(({ name, globs }) => ({ name, globs })),
        // Several jobs may be for the same rows.
        matrices: [...new Map(matrices.map(({ matrix }) => [matrix.output, matrix])).values()],
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
  const { output } = matrix;
  if (job.matrix?.kind !== 'images' && job.matrix?.kind !== 'units') return job;
  return {
    ...job,
    needs: ['changes'],
    condition: { kind: 'rows', output },
    matrix: { ...job.matrix, from: { output, most: matrix.rows.length } },
  };
}

function isChoosing({ matrix }: MatrixArea): boolean {
  return matrix.rows.some(({ globs }) => !isEverything(globs));
}

function isEverything(globs: readonly string[]): boolean {
  return globs.includes('**');
}

function keyOf(globs: readonly string[]): string {
  return isEverything(globs) ? '**' : JSON.stringify(globs);
}
