import { oncePer } from '../../../../domain/once.ts';
import { asMapping, asText, asTexts, entryOf, type Mapping } from '../../../../workflow/facts/values.ts';
import type { CheckedJob, CheckedWorkflow } from '../check.ts';
import type { Lookup } from './place.ts';

/** Of a job that is needed. (contexts reference, needs context) */
const PROPERTIES: readonly string[] = ['outputs', 'result'];

/** `needs.<id>`: a job that this one names in its needs; one that is needed by those is not among them. */
export const needFault: Lookup = (context, place) => {
  const [, id = ''] = context;
  return needsOf(place.job?.job ?? {}).has(id)
    ? partFault(context, place)
    : unknown(`needs.${id}`, jobOf(id, place) ? `${id} is not among the needs of this job` : `there is no job ${id}`);
};

/** `jobs.<id>`, in the outputs of a workflow that is called. */
export const calledJobFault: Lookup = (context, place) => {
  const [, id = ''] = context;
  return jobOf(id, place) === null ? unknown(`jobs.${id}`, `there is no job ${id}`) : partFault(context, place);
};

function unknown(read: string, why: string) {
  return { rule: 'unknown-need' as const, params: { read, why } };
}

const partFault: Lookup = ([name = '', id = '', property = '*', output = '*'], place) => {
  if (property === '*') return null;
  if (!PROPERTIES.includes(property))
    return { rule: 'unknown-property', params: { context: `${name}.${id}`, property } };
  if (property !== 'outputs' || output === '*') return null;
  const job = jobOf(id, place);
  const outputs = job === null ? null : outputsOf(job, place);
  return outputs !== null && entryOf(outputs, output) === undefined
    ? { rule: 'unknown-output', params: { owner: `The job ${id}`, output } }
    : null;
};

/** Null where they are not known: of a workflow that is not at hand, and where they are one expression. */
function outputsOf({ uses, outputs }: Mapping, { local }: CheckedWorkflow): Mapping | null {
  if (uses === undefined) return asText(outputs) === null ? asMapping(outputs) : null;
  const called = local(asText(uses) ?? '');
  return called?.kind === 'workflow' ? asMapping(asMapping(asMapping(called.value.on).workflow_call).outputs) : null;
}

function jobOf(id: string, { jobs }: CheckedWorkflow): Mapping | null {
  return byId(jobs).get(id) ?? null;
}

/** In lower case. */
const byId = oncePer(
  (jobs: readonly CheckedJob[]): ReadonlyMap<string, Mapping> =>
    new Map(jobs.map(({ id, job }) => [id.toLowerCase(), job])),
);

const needsOf = oncePer(
  (job: Mapping): ReadonlySet<string> => new Set(asTexts(job.needs).map((need) => need.toLowerCase())),
);
