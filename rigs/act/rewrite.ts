import { isSeq } from 'yaml';
import { leftOutOf } from './leaving-out.ts';
import { foreignRunners, prepareMatrix, runnerKey } from './matrix.ts';
import { stepsAround } from './services.ts';
import { type Job, labelsOf, parseWorkflow, type WorkflowFile } from './workflow.ts';

export interface RewriteOptions {
  /** Job ids. */
  readonly leaveOut: readonly string[];
  /** Where services keep their data. */
  readonly services: string;
}

/** The copy of a workflow that act runs, and what must be known about it. */
export interface Rewritten {
  readonly text: string;
  /** All job ids, in the order of the file. */
  readonly ids: readonly string[];
  /** The reason for each job that is left out. */
  readonly leftOut: ReadonlyMap<string, string>;
  /** Labels that a matrix asks for and that are not Linux, by job: those combinations are taken out. */
  readonly foreign: ReadonlyMap<string, readonly string[]>;
  /** The key of the matrix that a job takes its runner from, by job. */
  readonly runnerKeys: ReadonlyMap<string, string>;
  /** The runner labels of the jobs that run. */
  readonly labels: readonly string[];
  /** The `owner/name[/path]@ref` of the jobs that run, each once, but for actions/checkout, which act does itself. */
  readonly uses: readonly string[];
}

/**
 * What act in host mode cannot do is taken out of a copy; nothing else is changed:
 * - a job that is left out gets `if: false`, so that its dependents and the gate see it as GitHub's skipped job;
 * - service containers become a first and a last step that start and stop a process;
 * - what matrix.ts says about jobs with a matrix.
 * Throws WORKFLOW_UNREADABLE or UNKNOWN_JOB.
 */
export function rewriteWorkflow(text: string, { leaveOut, services }: RewriteOptions): Rewritten {
  const file = parseWorkflow(text);
  const leftOut = leftOutOf(file.jobs, leaveOut);
  const running = Object.entries(file.jobs).filter(([id]) => !leftOut.has(id));
  for (const id of leftOut.keys()) silenceJob(file, id);
  for (const [id, job] of running) rewriteJob(file, { id, job, services });
  return {
    text: file.document.toString({ lineWidth: 0 }),
    ids: Object.keys(file.jobs),
    leftOut,
    foreign: new Map(running.map(([id, job]) => [id, foreignRunners(job)])),
    runnerKeys: new Map(running.flatMap(([id, job]) => entryOf(id, runnerKey(job)))),
    labels: distinct(running.flatMap(([, job]) => labelsOf(job))),
    uses: distinct(running.flatMap(([, job]) => remoteActions(job))),
  };
}

function silenceJob({ document }: WorkflowFile, id: string): void {
  document.setIn(['jobs', id, 'if'], false);
  // act would evaluate its matrix all the same, and read its services, whose newer keys it does not know.
  for (const key of ['strategy', 'services']) document.deleteIn(['jobs', id, key]);
}

function rewriteJob(
  { document }: WorkflowFile,
  { id, job, services }: { id: string; job: Job; services: string },
): void {
  const steps = document.getIn(['jobs', id, 'steps']);
  if (job.services && isSeq(steps)) {
    const { before, after } = stepsAround(job, services);
    document.deleteIn(['jobs', id, 'services']);
    steps.items.unshift(...before.map((step) => document.createNode(step)));
    steps.items.push(...after.map((step) => document.createNode(step)));
  }
  prepareMatrix(document, id, job);
}

function remoteActions({ steps = [] }: Job): readonly string[] {
  const remote = /^(?!actions\/checkout@)[\w.-]+\/[\w./-]+@[\w./-]+$/;
  return steps.flatMap(({ uses = '' }) => (remote.test(uses) ? [uses] : []));
}

function entryOf(id: string, key: string | undefined): readonly (readonly [string, string])[] {
  return key === undefined ? [] : [[id, key]];
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
