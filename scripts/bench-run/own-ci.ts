import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { Job, rowsOf, type Step, substitute } from './planned.ts';

/** One command as a shell runs it. */
export interface Command {
  readonly run: string;
  /** From the repository's root. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** A job of the repository's own CI, with the first combination of its matrix. */
export interface OwnJob {
  readonly file: string;
  readonly steps: readonly OwnStep[];
}

export interface OwnStep {
  /** First and last line, from 1. */
  readonly lines: readonly [number, number];
  /** As it is written, but for the matrix. */
  readonly step: Step;
  /** Undefined where it runs nothing. */
  readonly command: Command | undefined;
}

const Workflow = z.looseObject({
  env: z.record(z.string(), z.unknown()).optional(),
  defaults: Job.shape.defaults,
  jobs: z.record(z.string(), z.unknown()),
});

/** The jobs of a workflow that somebody wrote; none where it is no workflow. */
export function ownJobs(file: string, text: string): readonly OwnJob[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const workflow = Workflow.safeParse(document.errors.length > 0 ? undefined : document.toJS());
  if (!workflow.success) return [];
  const { jobs, ...outer } = workflow.data;
  return Object.entries(jobs).flatMap(([id, raw]) => {
    const written = Job.safeParse(raw).data;
    const job = Job.safeParse(substitute(raw, rowsOf(written?.strategy?.matrix, {})[0] ?? {})).data;
    const nodes = document.getIn(['jobs', id, 'steps']);
    if (job?.steps === undefined || !isSeq(nodes)) return [];
    const steps = job.steps.map((step, index): OwnStep => {
      const node = nodes.items[index];
      const [start, , end] = (isMap(node) && node.range) || [0, 0, 0];
      return {
        lines: [counter.linePos(start).line, counter.linePos(end - 1).line],
        step,
        command: commandOf(step, job, outer),
      };
    });
    return [{ file, steps }];
  });
}

function commandOf(step: Step, job: Job, outer: Pick<Job, 'env' | 'defaults'>): Command | undefined {
  if (step.run === undefined) return undefined;
  return {
    run: step.run,
    directory: step['working-directory'] ?? directoryOf(job) ?? directoryOf(outer) ?? '.',
    environment: closed({ ...outer.env, ...job.env, ...step.env }),
  };
}

function directoryOf({ defaults }: Pick<Job, 'defaults'>): string | undefined {
  return defaults?.run?.['working-directory'];
}

/** Without the values that only GitHub knows. */
function closed(environment: Readonly<Record<string, unknown>>): Record<string, string> {
  const known = Object.entries(environment).filter(([, value]) => !String(value).includes('${{'));
  return Object.fromEntries(known.map(([key, value]) => [key, String(value)]));
}

/**
 * The commands of a job of theirs up to the step at an index: what it takes for that step to run as it does there.
 * Undefined where one of them has an expression that only GitHub can evaluate.
 */
export function commandsUpTo({ steps }: OwnJob, index: number): readonly Command[] | undefined {
  const commands = steps.slice(0, index + 1).flatMap(({ command, step }, at) => {
    // One that runs under a condition only is not what every run does.
    const isConditional = step.if !== undefined && at !== index;
    return command === undefined || isConditional ? [] : [command];
  });
  return commands.some(({ run, directory }) => `${run}${directory}`.includes('${{')) ? undefined : commands;
}
