import { type JobFact, readJob } from './jobs.ts';
import { type PermissionsFact, readPermissions } from './permissions.ts';
import { readTriggers, type TriggersFact } from './triggers.ts';
import { asMapping, asText } from './values.ts';

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
  const triggers = readTriggers(workflow.on);
  const context = { freeInputs: freeInputs(workflow.on), privileged: triggers.privileged };
  return {
    kind: 'workflow',
    file,
    triggers,
    permissions: readPermissions(workflow.permissions, ['permissions']),
    jobs: Object.entries(asMapping(workflow.jobs)).map(([id, job]) => readJob(id, job, context)),
    insecureCommands: asText(asMapping(workflow.env).ACTIONS_ALLOW_UNSECURE_COMMANDS)?.toLowerCase() === 'true',
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
