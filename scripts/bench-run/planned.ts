import { isMap, parseDocument } from 'yaml';
import { z } from 'zod';

const Scalars = z.record(z.string(), z.unknown());

const Step = z.looseObject({
  name: z.string().optional(),
  id: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: Scalars.optional(),
  env: Scalars.optional(),
  shell: z.string().optional(),
  'working-directory': z.string().optional(),
});

const Defaults = z.looseObject({
  run: z.looseObject({ 'working-directory': z.string().optional(), shell: z.string().optional() }).optional(),
});

export const Job = z.looseObject({
  steps: z.array(Step).optional(),
  defaults: Defaults.optional(),
  env: Scalars.optional(),
  services: z.record(z.string(), z.unknown()).optional(),
  strategy: z.looseObject({ matrix: z.unknown().optional() }).optional(),
});

export type Step = z.infer<typeof Step>;
export type Job = z.infer<typeof Job>;
export type Row = Readonly<Record<string, unknown>>;

/** One combination of one job of a workflow. */
export interface PlannedJob {
  readonly id: string;
  /** The id, and the first value of its row: `go-lint (frontend)`. */
  readonly name: string;
  /** From the repository's root. */
  readonly directory: string;
  /** With the row's values in place of `${{ matrix… }}`. */
  readonly job: Job;
  /** The whole workflow, with this row alone in the job's matrix. */
  readonly workflow: string;
}

/** Jobs that every pipeline of ours has and that check nothing. */
const PLUMBING = ['changes', 'ci-gate'];

/**
 * The jobs of a workflow that check something, each combination of a matrix for itself.
 * @param outputs of the job `changes`, by name: JSON lists of rows
 */
export function plannedJobs(text: string, outputs: Readonly<Record<string, string>>): readonly PlannedJob[] {
  const document = parseDocument(text);
  const { jobs } = z.looseObject({ jobs: z.record(z.string(), Job) }).parse(document.toJS());
  return Object.entries(jobs)
    .filter(([id]) => !PLUMBING.includes(id))
    .flatMap(([id, job]) => {
      const rows = rowsOf(job.strategy?.matrix, outputs);
      return rows.map((row) => planned(id, { job: Job.parse(substitute(job, row)), row, text }));
    });
}

/** The script that finds what a change concerns, or undefined. */
export function changesScript(text: string): string | undefined {
  const { jobs } = z.looseObject({ jobs: z.record(z.string(), Job) }).parse(parseDocument(text).toJS());
  return jobs.changes?.steps?.find(({ id }) => id === 'changes')?.run;
}

function planned(id: string, { job, row, text }: { job: Job; row: Row; text: string }): PlannedJob {
  const [first] = Object.values(row).filter((value) => typeof value !== 'object');
  return {
    id,
    name: first === undefined ? id : `${id} (${String(first)})`,
    directory: job.defaults?.run?.['working-directory'] ?? '.',
    job,
    workflow: Object.keys(row).length === 0 ? text : withRow(text, id, row),
  };
}

function withRow(text: string, id: string, row: Row): string {
  const document = parseDocument(text);
  const strategy = document.getIn(['jobs', id, 'strategy']);
  if (isMap(strategy)) strategy.set('matrix', document.createNode({ include: [row] }));
  return document.toString({ lineWidth: 0 });
}

/** The combinations of a matrix; one empty row where there is no matrix. */
export function rowsOf(matrix: unknown, outputs: Readonly<Record<string, string>>): readonly Row[] {
  if (matrix === undefined) return [{}];
  const { include, exclude: _, ...lists } = Scalars.catch({}).parse(resolve(matrix, outputs));
  const axes = Object.entries(lists).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  const product = axes.reduce<readonly Row[]>(
    (rows, [key, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [key]: value }))),
    axes.length === 0 ? [] : [{}],
  );
  return [...product, ...z.array(Scalars).catch([]).parse(resolve(include, outputs))];
}

/** The value of an expression `fromJSON(needs.changes.outputs.NAME)`; anything else as it is. */
function resolve(value: unknown, outputs: Readonly<Record<string, string>>): unknown {
  const [, name] = /^\$\{\{\s*fromJSON\(needs\.changes\.outputs\.([\w-]+)\)\s*\}\}$/.exec(String(value)) ?? [];
  return name === undefined ? value : JSON.parse(outputs[name] ?? '[]');
}

/** A value of a workflow with a row's values in place of `${{ matrix.key }}`. */
export function substitute(value: unknown, row: Row): unknown {
  if (typeof value === 'string')
    return value.replace(/\$\{\{\s*matrix\.([\w.-]+)\s*\}\}/g, (whole, key: string) =>
      row[key] === undefined ? whole : String(row[key]),
    );
  if (Array.isArray(value)) return value.map((item) => substitute(item, row));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, substitute(item, row)]));
}
