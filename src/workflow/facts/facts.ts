import { restoresCaches } from './caches.ts';
import { type ExposedSecretsFact, exposedSecrets } from './exposed-secrets.ts';
import { type Scope, scopeOf } from './flows.ts';
import { allowsCommands } from './insecure.ts';
import { type JobFact, readJob } from './jobs.ts';
import { readReach } from './needs.ts';
import { type PermissionsFact, readPermissions } from './permissions.ts';
import { readSituations, readTriggers, type TriggersFact } from './triggers.ts';
import { asList, asMapping, asText, entryOf, type Mapping } from './values.ts';

/** A workflow as policies see it: plain JSON, everything that needs reading of text already read. */
export interface WorkflowFacts {
  readonly kind: 'workflow';
  readonly file: string;
  readonly triggers: TriggersFact;
  readonly permissions: PermissionsFact;
  readonly jobs: readonly JobFact[];
  readonly insecureCommands: boolean;
  readonly exposedSecrets: readonly ExposedSecretsFact[];
}

/** Facts of a parsed workflow. Pure, and total: any value of YAML gives facts, odd ones just few. */
export function workflowFacts(value: unknown, file: string): WorkflowFacts {
  const workflow = asMapping(value);
  const jobs = asMapping(workflow.jobs);
  const free = freeInputs(workflow.on);
  const reach = readReach(jobs, readSituations(workflow.on));
  const scopes = scopesOf(workflow);
  return {
    kind: 'workflow',
    file,
    triggers: readTriggers(workflow.on),
    permissions: readPermissions(workflow.permissions, ['permissions']),
    jobs: Object.entries(jobs).map(([id, job]) =>
      readJob(id, job, {
        path: ['jobs', id],
        freeInputs: free,
        scope: scopes(id),
        situations: reach.get(id.toLowerCase()) ?? [],
        restoresCaches: restoresCaches(asMapping(job), workflow),
      }),
    ),
    insecureCommands: allowsCommands(asMapping(workflow.env)),
    exposedSecrets: exposedSecrets(value),
  };
}

/** The scope of each job, by its id; each is made once, and when it is asked for. */
function scopesOf(workflow: Mapping): (id: string) => Scope {
  const jobs = asMapping(workflow.jobs);
  const made = new Map<string, Scope>();
  const scopeOfJob = (name: string): Scope => {
    const id = name.toLowerCase();
    const job = asMapping(entryOf(jobs, id));
    const scope =
      made.get(id) ??
      scopeOf(asList(job.steps), {
        job: id,
        environments: [asMapping(job.env), asMapping(workflow.env)],
        matrix: asMapping(job.strategy).matrix,
        outputOf: (needed: string, output: string) => {
          const text = asText(entryOf(asMapping(asMapping(entryOf(jobs, needed)).outputs), output));
          return text === null ? null : { text, scope: scopeOfJob(needed) };
        },
      });
    made.set(id, scope);
    return scope;
  };
  return scopeOfJob;
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
