import { withoutVariables } from '../../domain/in-front.ts';
import { jobsOf } from '../ci/jobs.ts';
import { type CiStep, readCiSteps, withActions } from '../ci/steps.ts';
import { isTypedAlike } from '../harvest/before/environment.ts';
import { isTestOf } from '../harvest/before/settings.ts';
import { runsTests, type TestsQuery } from '../harvest/tests/test-steps.ts';
import { oncePerSnapshot } from '../once.ts';
import type { Snapshot } from '../snapshot.ts';
import { kindOf } from './address.ts';
import { startedCommands } from './started-commands.ts';

/** Steps that put a server beside those after them, or may: a local action may, unless its own steps are known. */
const STARTS = new RegExp(
  [
    String.raw`\b(?:docker|docker-compose|podman|nerdctl|systemctl|pg_ctl\w*|initdb|mysqld\w*|redis-server|mongod|kind|minikube|k3d|supabase|devcontainer|act)\b`,
    String.raw`^\s*(?:make|just|task|npm|pnpm|yarn|bun|composer|mise|\S*\.sh|\./\S*)\b.*[\s:_./-](?:up|start|serve|services?|infra|compose|db(?!:generate\b)|database|dev|stack|cluster)(?:$|[\s:_.-])`,
    String.raw`(?:^|\s)(?:(?:sudo )?service [a-z]|/etc/init\.d/)`,
    String.raw`\s&\s*$`,
  ].join('|'),
  'm',
);
const BRINGS =
  /^\.\/|postgres|mysql|mariadb|mssql|redis|valkey|mongo|rabbit|kafka|elastic|opensearch|clickhouse|nats|minio|localstack|memcached|couchdb|cassandra|compose(?!r)|kind|minikube|k3d|devcontainer|service/i;

/**
 * Whether a job of a workflow runs the unit's tests with nothing beside it: then they need nothing, whatever people run beside the
 * program itself.
 */
export function runsAlone(query: TestsQuery): boolean {
  return aloneJobs(query.snapshot).some((steps) => steps.some((step) => runsTests(query, step)));
}

/** Whether such a job runs all of them, by the very command that is the unit's: then what stands beside the same elsewhere is one way among others. */
export function runsAllAlone({ snapshot, draft }: TestsQuery): boolean {
  const runs = draft.commands.test.map(({ run }) => withoutVariables(run));
  const tests = runs.filter((run) => isTestOf(draft.ecosystem, run));
  // What prepares them is written in many ways.
  const all = tests.length > 0 ? tests : runs;
  return aloneJobs(snapshot).some((steps) =>
    all.every((run) =>
      steps.some(
        ({ isUsual, directory, script }) =>
          isUsual && directory === draft.directory && script.some(({ text }) => isTypedAlike(text.trim(), run)),
      ),
    ),
  );
}

/** The jobs of GitHub's workflows, each with its steps, beside which neither containers stand nor anything is started. */
const aloneJobs = oncePerSnapshot((snapshot: Snapshot): readonly (readonly CiStep[])[] => {
  const steps = readCiSteps(snapshot, /test|check|verify|spec/);
  const jobs = jobsOf(steps.filter(({ hasContainers }) => !hasContainers));
  return jobs.filter(
    (job) =>
      !job.some((step) => knownSteps(snapshot, step).some((inner) => mayStart(inner) || startsByTask(snapshot, inner))),
  );
});

/** The steps of a local action in its place, where they are known. */
function knownSteps(snapshot: Snapshot, step: CiStep): readonly CiStep[] {
  if (!step.uses?.startsWith('./')) return [step];
  const [, ...inner] = withActions(snapshot, [step]);
  return inner.length > 0 ? inner : [step];
}

function mayStart({ uses, run, environment }: CiStep): boolean {
  const isTold = [...environment.values()].some((value) => kindOf(value) !== undefined);
  return isTold || BRINGS.test(uses ?? '') || STARTS.test(run ?? '');
}

/** Whether a task or a script of the repository, which a step starts, does. */
function startsByTask(snapshot: Snapshot, step: CiStep): boolean {
  return step.run !== null && startedCommands(snapshot, step).some(({ run }) => STARTS.test(run));
}
