import { actionsOf } from './capabilities/actions.ts';
import { CAPABILITY_KINDS, type Capability } from './capabilities/capability.ts';
import { grantsOf } from './capabilities/permissions.ts';
import { runnersOf } from './capabilities/runners.ts';
import { ANY_SECRET, secretsIn } from './capabilities/secrets.ts';
import { readYaml, type YamlDocument } from './document.ts';
import { situationsOf } from './facts/situations.ts';
import { readTriggers } from './facts/triggers.ts';
import { asMapping, asText, isMapping, type Mapping } from './facts/values.ts';

/** All that a workflow may do, or the clause that says why that cannot be told. */
export type Capabilities =
  | { readonly kind: 'known'; readonly capabilities: readonly Capability[] }
  | { readonly kind: 'unreadable'; readonly why: string };

/** What the text of a workflow lets its jobs do. Total: a text that is none gives the reason. The order is that of the kinds, then of the file. */
export function capabilitiesOf(text: string): Capabilities {
  const document = readYaml(text);
  const fault = document.problems.find(({ level }) => level === 'error');
  if (fault) return { kind: 'unreadable', why: `it is no YAML that can be read (line ${fault.range.start.line})` };
  if (!isMapping(document.value) || !isMapping(document.value.jobs))
    return { kind: 'unreadable', why: 'it has no jobs, so it is no workflow' };
  const workflow = document.value;
  const jobs = Object.entries(asMapping(workflow.jobs)).map(([id, job]) =>
    ofJob(id, asMapping(job), workflow, document),
  );
  return { kind: 'known', capabilities: gathered([...ofTriggers(workflow), ...shared(workflow), ...jobs.flat()]) };
}

const PLAIN = { pin: '', version: null, jobs: [], risk: null } as const;

const SECRET_RISK = 'whoever changes the code of that job can read it';

function ofTriggers(workflow: Mapping): Capability[] {
  return readTriggers(workflow.on).events.map(({ name }) => ({
    ...PLAIN,
    kind: 'trigger',
    name,
    risk: triggerRisk(name),
  }));
}

function triggerRisk(event: string): string | null {
  const byAnybody = situationsOf(event, { tags: true, branches: true, releaseBranches: false }).some(
    ({ kind }) => kind === 'outsider',
  );
  return byAnybody ? "outsiders can start it, and it runs with the repository's secrets and rights" : null;
}

/** What stands above the jobs is theirs all. */
function shared({ env }: Mapping): Capability[] {
  return secretsIn({ env }).map((name) => secret(name, []));
}

function secret(name: string, jobs: readonly string[]): Capability {
  return { ...PLAIN, kind: 'secret', name: name === ANY_SECRET ? 'every secret' : name, jobs, risk: SECRET_RISK };
}

function ofJob(id: string, job: Mapping, workflow: Mapping, document: YamlDocument): Capability[] {
  const jobs = [id];
  const { environment } = job;
  const name = asText(isMapping(environment) ? environment.name : environment);
  return [
    ...grantsOf(job, workflow).map((grant): Capability => ({ ...PLAIN, kind: 'permission', jobs, ...grant })),
    ...secretsIn(job).map((it) => secret(it, jobs)),
    ...runnersOf(job).map((runner): Capability => ({ ...PLAIN, kind: 'runner', jobs, ...runner })),
    ...(name === null ? [] : [{ ...PLAIN, kind: 'environment', jobs, name } as const]),
    ...actionsOf(job, ['jobs', id]).map(
      ({ path, ...action }): Capability => ({
        ...PLAIN,
        kind: 'action',
        jobs,
        ...action,
        version: document.commentOf(path),
      }),
    ),
  ];
}

/** One entry for what several jobs have alike. */
function gathered(all: readonly Capability[]): Capability[] {
  const found = new Map<string, Capability>();
  for (const one of all) {
    const key = JSON.stringify([one.kind, one.name, one.pin]);
    const known = found.get(key);
    found.set(key, known ? { ...known, jobs: together(known.jobs, one.jobs) } : one);
  }
  const entries = [...found.values()];
  return CAPABILITY_KINDS.flatMap((kind) => entries.filter((entry) => entry.kind === kind));
}

/** None stands for all. */
function together(some: readonly string[], others: readonly string[]): string[] {
  return some.length === 0 || others.length === 0 ? [] : [...new Set([...some, ...others])];
}
