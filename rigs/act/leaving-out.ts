import { RigError } from './error.ts';
import { standInOf } from './services.ts';
import { isForeign, type Job, labelsOf, type Step } from './workflow.ts';

/** Why each job that is not run is left out: on request, or because act in host mode cannot run it. Throws UNKNOWN_JOB for a request that names none. */
export function leftOutOf(jobs: Readonly<Record<string, Job>>, asked: readonly string[]): ReadonlyMap<string, string> {
  const ids = Object.keys(jobs);
  const unknown = asked.filter((id) => !ids.includes(id));
  if (unknown.length > 0)
    throw new RigError(
      'UNKNOWN_JOB',
      `there is no job ${unknown.join(', ')} to leave out; there are ${ids.join(', ')}.`,
    );
  const reasons = Object.entries(jobs).map(
    ([id, job]) => [id, asked.includes(id) ? 'on request' : whyNotHere(job)] as const,
  );
  return new Map(reasons.flatMap(([id, why]) => (why === undefined ? [] : [[id, why]])));
}

function whyNotHere(job: Job): string | undefined {
  if (job.uses !== undefined) return `it calls another workflow, ${job.uses}`;
  if (job.container !== undefined) return 'it runs in a container';
  const foreign = labelsOf(job).find(isForeign);
  if (foreign !== undefined) return `it needs a runner ${foreign}`;
  return whyNotItsServices(job) ?? job.steps?.map(whyNotThisStep).find((why) => why !== undefined);
}

function whyNotItsServices(job: Job): string | undefined {
  const unmet = Object.values(job.services ?? {}).find(({ image }) => standInOf(image) === undefined);
  if (unmet) return `nothing stands in for its service ${unmet.image}`;
  // The port that GitHub would have chosen; act knows no such context.
  if (/\bjob\.services\b/.test(JSON.stringify(job))) return 'it reads the port of its service from job.services';
  return undefined;
}

function whyNotThisStep({ uses = '', with: inputs }: Step): string | undefined {
  if (uses.startsWith('docker://')) return `it uses the image ${uses}`;
  // act takes the work tree for the checkout of this repository's own event, and would fetch any other from GitHub.
  const other = uses.startsWith('actions/checkout@') ? (inputs?.repository ?? inputs?.ref) : undefined;
  return other === undefined ? undefined : `it checks out something else, ${String(other)}`;
}
