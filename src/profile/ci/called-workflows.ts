import { isMapping, type Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import { oncePerFile, oncePerSnapshot } from '../once.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { isStartedJob } from './conditions.ts';
import { inputsOf } from './inputs.ts';
import { MOST } from './limits.ts';
import { asText, inRun, matrixRuns } from './matrix.ts';
import { boundedWorkflows, type CiStep, stepsOf } from './steps.ts';

/** A job that calls a workflow of the repository, in one run of its matrix. */
interface Call {
  readonly file: string;
  readonly job: string;
  readonly inputs: ReadonlyMap<string, string>;
}

/** More calls of one workflow say nothing new. All calls together come to no more text than all workflows may have. */
const MOST_CALLS = 50;

/** The steps of a workflow that others of the repository call with inputs, once for each call; null where it asks for none, or nobody calls it. */
export const stepsOfCalls = oncePerFile((snapshot: Snapshot, file: string): readonly CiStep[] | null => {
  if (!/\$\{\{\s{0,8}inputs\./.test(snapshot.text(file) ?? '')) return null;
  const calls = callsByWorkflow(snapshot).get(file);
  if (calls === undefined) return null;
  const { value: workflow } = readYamlManifest(snapshot, file);
  return calls.flatMap((call) => {
    const inputOf = inputsOf(workflow, ['on', 'workflow_call', 'inputs'], call.inputs);
    return stepsOf(workflow, inputOf).map((step) => ({
      ...step,
      job: `${call.job}\0${step.job}`,
      calledBy: call.file,
    }));
  });
});

/** Calls of started jobs, by the workflow that they call. (docs.github.com, "Reusing workflows") */
const callsByWorkflow = oncePerSnapshot((snapshot: Snapshot): ReadonlyMap<string, readonly Call[]> => {
  const calls = new Map<string, Call[]>();
  let left: number = MOST.workflows;
  for (const file of boundedWorkflows(snapshot)) {
    if (!/\buses:\s{0,8}["']?\.\/\.github\/workflows\//.test(snapshot.text(file) ?? '')) continue;
    const { value: workflow } = readYamlManifest(snapshot, file);
    for (const job of workflow.keys(['jobs'])) {
      const uses = workflow.text(['jobs', job, 'uses']);
      const called = uses?.startsWith('./') ? joinPath('.', uses) : null;
      if (called === null || called === file || !isStartedJob(workflow, job)) continue;
      const known = calls.get(called) ?? [];
      const each = Math.max(1, snapshot.text(called)?.length ?? 0);
      const more = callsIn(workflow, job).slice(0, Math.min(MOST_CALLS - known.length, Math.floor(left / each)));
      left -= more.length * each;
      calls.set(called, [...known, ...more]);
    }
  }
  return calls;
});

function callsIn(workflow: Manifest, job: string): Call[] {
  const inputs = workflow.at(['jobs', job, 'with']);
  const given = isMapping(inputs) ? Object.entries(inputs).flatMap(asText) : [];
  return matrixRuns(workflow.at(['jobs', job, 'strategy', 'matrix'])).map((run) => ({
    file: workflow.file,
    job,
    inputs: new Map(given.map(([name, text]) => [name, inRun(text, run) ?? text])),
  }));
}
