import { type Document, isMap, isScalar, isSeq, type Node, visit } from 'yaml';
import { leftOutOf } from './leaving-out.ts';
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
  /** The runner labels of the jobs that run. */
  readonly labels: readonly string[];
  /** The `owner/name[/path]@ref` of the jobs that run, each once, but for actions/checkout, which act does itself. */
  readonly uses: readonly string[];
}

/**
 * What act in host mode cannot do is taken out of a copy; nothing else is changed:
 * - a job that is left out gets `if: false`, so that its dependents and the gate see it as GitHub's skipped job;
 * - service containers become a first and a last step that start and stop a process;
 * - matrix jobs run one after the other: they would share ports and caches of one machine;
 * - `fromJSON(x)` in a matrix gets an empty list for want of x: GitHub looks at `if` first, act at the matrix, and it ends the whole run on an x that
 *   is empty, or that is the unevaluated output of a job that was skipped.
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
    labels: distinct(running.flatMap(([, job]) => labelsOf(job))),
    uses: distinct(running.flatMap(([, job]) => remoteActions(job))),
  };
}

function silenceJob({ document }: WorkflowFile, id: string): void {
  document.setIn(['jobs', id, 'if'], false);
  // act would evaluate its matrix all the same.
  document.deleteIn(['jobs', id, 'strategy']);
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
  const strategy = document.getIn(['jobs', id, 'strategy']);
  if (!isMap(strategy)) return;
  strategy.set('max-parallel', 1);
  guardMatrix(document, id);
}

function guardMatrix(document: Document, id: string): void {
  const matrix = document.getIn(['jobs', id, 'strategy', 'matrix'], true);
  if (isScalar(matrix)) matrix.value = guarded(matrix.value, '{}');
  else
    visit(matrix as Node | null, {
      Scalar: (_, node) => {
        node.value = guarded(node.value, '[]');
      },
    });
}

function guarded(value: unknown, empty: '[]' | '{}'): unknown {
  if (typeof value !== 'string') return value;
  return value.replace(
    /fromJSON\(\s*([\w.-]+)\s*\)/gi,
    (_, x: string) => `fromJSON(startsWith(${x}, '$') && '${empty}' || ${x} || '${empty}')`,
  );
}

function remoteActions({ steps = [] }: Job): readonly string[] {
  const remote = /^(?!actions\/checkout@)[\w.-]+\/[\w./-]+@[\w./-]+$/;
  return steps.flatMap(({ uses = '' }) => (remote.test(uses) ? [uses] : []));
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
