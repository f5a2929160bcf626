import { firstOfEach } from '../../domain/grouped.ts';
import type { MatrixRows } from '../../domain/matrix.ts';
import type { ChangeGroup, Job } from '../../domain/pipeline.ts';
import { plainJob } from './frame.ts';
import { distinct } from './names.ts';

/** Jobs that concern the same files. */
export interface Area {
  /** What its output of the job `changes` is called, where nothing before it is called so. */
  readonly name: string;
  readonly globs: readonly string[];
  readonly jobs: readonly Job[];
}

/** A job with a matrix, and what each of its rows concerns. */
export interface MatrixArea extends Pick<MatrixRows, 'rows'> {
  readonly job: Job;
  /** As that of an area. */
  readonly name: string;
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
  const subjects = new Set([...areas, ...matrices.flatMap(({ rows }) => rows)].map(({ globs }) => keyOf(globs)));
  const isChoice = subjects.size > 1;
  const grouped = isChoice ? areas.filter(({ globs }) => !isEverything(globs)) : [];
  const chosen = isChoice ? matrices.filter(({ rows }) => rows.some(({ globs }) => !isEverything(globs))) : [];
  const outputs = outputsOf(grouped, chosen);
  const work = [
    ...areas.flatMap(({ jobs, globs }) => jobs.map((job) => onlyIf(job, outputs.get(keyOf(globs))))),
    ...matrices.map((area) => fromChanges(area, outputs.get(rowsKey(area)))),
  ];
  if (outputs.size === 0) return work;
  return [changesJob(grouped, chosen, { outputs, always }), ...work];
}

/** A name for each set of globs, and then for each list of rows, by its key: the first that has it gives the name, and one that is taken gets a number. */
function outputsOf(areas: readonly Area[], matrices: readonly MatrixArea[]): ReadonlyMap<string, string> {
  const wanted = firstOfEach(
    [
      ...areas.map(({ name, globs }) => ({ name, key: keyOf(globs) })),
      ...matrices.map((area) => ({ name: area.name, key: rowsKey(area) })),
    ],
    ({ key }) => key,
  );
  const names = distinct(wanted.map(({ name }) => name));
  return new Map(wanted.map(({ key }, index) => [key, names[index] ?? key]));
}

interface Outputs {
  readonly outputs: ReadonlyMap<string, string>;
  readonly always: readonly string[];
}

function changesJob(areas: readonly Area[], matrices: readonly MatrixArea[], { outputs, always }: Outputs): Job {
  const groups = firstOfEach(areas, ({ globs }) => keyOf(globs));
  const named = (key: string) => outputs.get(key) ?? key;
  return {
    ...plainJob('changes'),
    steps: [
      { kind: 'checkout', history: 'commits' },
      {
        kind: 'changes',
        always,
        groups: groups.map(({ globs }): ChangeGroup => ({ name: named(keyOf(globs)), globs })),
        matrices: firstOfEach(matrices, rowsKey).map((area) => ({ output: named(rowsKey(area)), rows: area.rows })),
      },
    ],
    comments: ['What a pull request does not touch is not run again.'],
  };
}

function onlyIf(job: Job, group: string | undefined): Job {
  return group === undefined ? job : { ...job, needs: ['changes'], condition: { kind: 'changed', group } };
}

function fromChanges({ job, rows }: MatrixArea, output: string | undefined): Job {
  if (output === undefined || (job.matrix?.kind !== 'images' && job.matrix?.kind !== 'units')) return job;
  return {
    ...job,
    needs: ['changes'],
    condition: { kind: 'rows', output },
    matrix: { ...job.matrix, from: { output, most: rows.length } },
  };
}

function isEverything(globs: readonly string[]): boolean {
  return globs.includes('**');
}

function keyOf(globs: readonly string[]): string {
  return isEverything(globs) ? '**' : JSON.stringify(globs);
}

/** Jobs over the same units share their rows. */
function rowsKey({ rows }: MatrixArea): string {
  return JSON.stringify(rows.map(({ row }) => ('unit' in row ? ['unit', row.unit] : ['service', row.service])));
}
