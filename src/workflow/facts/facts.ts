import type { Scope } from './flows.ts';
import { allowsCommands } from './insecure.ts';
import { type JobFact, readJob } from './jobs.ts';
import { readReach } from './needs.ts';
import { type PermissionsFact, readPermissions } from './permissions.ts';
import { readSituations, readTriggers, type TriggersFact } from './triggers.ts';
import { asList, asMapping, asText, type Mapping } from './values.ts';

/** A workflow as policies see it: plain JSON, everything that needs reading of text already read. */
export interface WorkflowFacts {
  readonly kind: 'workflow';
  readonly file: string;
  readonly triggers: TriggersFact;
  readonly permissions: PermissionsFact;
  readonly jobs: readonly JobFact[];
  readonly insecureCommands: boolean;
}

/** Facts of a parsed workflow. Pure, and total: any value of YAML gives facts, odd ones just few. */
export function workflowFacts(value: unknown, file: string): WorkflowFacts {
  const workflow = asMapping(value);
  const jobs = asMapping(workflow.jobs);
  const free = freeInputs(workflow.on);
  const reach = readReach(jobs, readSituations(workflow.on));
  return {
    kind: 'workflow',
    file,
    triggers: readTriggers(workflow.on),
    permissions: readPermissions(workflow.permissions, ['permissions']),
    jobs: Object.entries(jobs).map(([id, job]) =>
      readJob(id, job, {
        path: ['jobs', id],
        freeInputs: free,
        scope: scopeOf(id, workflow, jobs),
        situations: reach.get(id) ?? [],
      }),
    ),
    insecureCommands: allowsCommands(asMapping(workflow.env)),
  };
}

function scopeOf(id: string, workflow: Mapping, jobs: Mapping): Scope {
  const job = asMapping(jobs[id]);
  return {
    job: id,
    environments: [asMapping(job.env), asMapping(workflow.env)],
    matrix: asMapping(job.strategy).matrix,
    steps: asList(job.steps),
    outputOf: (needed, name) => {
      const found = Object.keys(jobs).find((other) => other.toLowerCase() === needed);
      if (found === undefined) return null;
      const outputs = Object.entries(asMapping(asMapping(jobs[found]).outputs));
      const text = asText(outputs.find(([key]) => key.toLowerCase() === name)?.[1]);
      return text === null ? null : { text, scope: scopeOf(found, workflow, jobs) };
    },
  };
}

/** Inputs of a dispatch or a call that take any text: a choice, a number, a boolean or an environment cannot carry a script. */
function freeInputs(on: unknown): ReadonlySet<string> {
  const { workflow_dispatch: dispatch, workflow_call: call } = asMapping(on);
  const inputs = [dispatch, call].flatMap((event) => Object.entries(asMapping(asMapping(event).inputs)));
  const free = inputs.filter(
    ([, input]) => !['boolean', 'number', 'choice', 'environment'].includes(asText(asMapping(input).type) ?? 'string'),
  );
  return new Set(free.map(([name]) => name.toLowerCase()));
}
