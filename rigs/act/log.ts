import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import type { FinishedJob, IdleJob, JobRun, StepRun } from './result.ts';
import { isForeign } from './workflow.ts';

const Line = z.object({
  jobID: z.string(),
  msg: z.string(),
  level: z.string(),
  matrix: z.record(z.string(), z.unknown()).nullish(),
  stage: z.string().optional(),
  step: z.string().optional(),
  /** More than one inside a composite action. */
  stepID: z.array(z.string()).optional(),
  stepResult: z.string().optional(),
  jobResult: z.string().optional(),
  raw_output: z.boolean().optional(),
  /** Nanoseconds. */
  executionTime: z.number().optional(),
});

type Line = z.infer<typeof Line>;

const TAIL = 30;

/**
 * The jobs that act's JSON log (`--json`, one object a line) tells of, by job id. Lines that belong to no job are passed over.
 * @param runnerKeys the key of its matrix that a job takes its runner from, by job id: a combination for Windows or macOS counts as left out
 */
export function readLog(
  lines: readonly string[],
  runnerKeys: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly JobRun[]> {
  const runs = grouped(lines.flatMap(parseLine), ({ jobID, matrix }) => JSON.stringify([jobID, matrix ?? {}]));
  return grouped(
    [...runs.values()].map((own) => jobOf(own, runnerKeys)),
    ({ id }) => id,
  );
}

function parseLine(line: string): readonly Line[] {
  if (!line.startsWith('{')) return [];
  const { success, data } = Line.safeParse(JSON.parse(line));
  return success ? [data] : [];
}

function jobOf(lines: readonly Line[], runnerKeys: ReadonlyMap<string, string>): JobRun {
  const id = lines[0]?.jobID ?? '';
  const matrix = lines[0]?.matrix ?? {};
  const name = nameOf(id, matrix);
  const runner = matrix[runnerKeys.get(id) ?? ''];
  if (isForeign(runner)) return { status: 'left out', id, name, why: `it needs a runner ${runner}` };
  const result = lines.findLast(({ jobResult }) => jobResult !== undefined)?.jobResult;
  return result === undefined ? idleJob(id, name, lines) : finishedJob({ id, name, result, lines });
}

function nameOf(id: string, matrix: Readonly<Record<string, unknown>>): string {
  const values = Object.values(matrix).filter((value) => typeof value !== 'object');
  return values.length === 0 ? id : `${id} (${values.join(', ').replaceAll(/\s+/g, ' ')})`;
}

function idleJob(id: string, name: string, lines: readonly Line[]): IdleJob {
  const [, label] =
    lines.map(({ msg }) => /unsupported platform .* `-P (.*)=\.\.\.`/.exec(msg)).find((found) => found !== null) ?? [];
  return {
    status: 'left out',
    id,
    name,
    why: label === undefined ? 'act did not finish it' : `it needs a runner ${label}`,
  };
}

function finishedJob({
  id,
  name,
  result,
  lines,
}: {
  id: string;
  name: string;
  result: string;
  lines: readonly Line[];
}): FinishedJob {
  const steps = lines.flatMap((line) => stepOf(line, lines));
  // act calls every combination failed that ends after a failed one of the same matrix; an error that no step has stands alone.
  const broken =
    steps.some(({ status }) => status === 'failed') ||
    lines.some(({ level, stage }) => level === 'error' && stage !== 'Main');
  const status = result !== 'success' && (broken || !hasMatrix(lines)) ? 'failed' : 'passed';
  return { status, id, name, steps, log: lines.filter(isOutput).flatMap(textOf).slice(-TAIL) };
}

function hasMatrix(lines: readonly Line[]): boolean {
  return Object.keys(lines[0]?.matrix ?? {}).length > 0;
}

function stepOf(
  { step, stage, stepID, stepResult, executionTime = 0 }: Line,
  lines: readonly Line[],
): readonly StepRun[] {
  const own = stepResult !== undefined && stepResult !== 'skipped' && (stepID?.length ?? 1) === 1;
  // Preparing, ending and cleaning up is worth a line only when it fails.
  if (!own || step === undefined || (stage !== 'Main' && stepResult === 'success')) return [];
  const name = step.split('\n')[0] ?? step;
  const status = stepResult === 'success' ? 'passed' : isTolerated(stepID, lines) ? 'tolerated' : 'failed';
  return [{ name, status, milliseconds: Math.round(executionTime / 1e6) }];
}

function isTolerated(stepID: readonly string[] | undefined, lines: readonly Line[]): boolean {
  return lines.some(
    ({ msg, stepID: other }) => msg === 'Failed but continue next step' && String(other) === String(stepID),
  );
}

function isOutput({ raw_output, level }: Line): boolean {
  return raw_output === true || level === 'error';
}

function textOf({ msg }: Line): readonly string[] {
  const line = stripVTControlCharacters(msg).trimEnd();
  return line === '' ? [] : [line];
}

/** In the order in which the keys come first. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const keys = [...new Set(items.map(keyOf))];
  return new Map(keys.map((key) => [key, items.filter((item) => keyOf(item) === key)]));
}
