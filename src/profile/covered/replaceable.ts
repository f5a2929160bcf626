import type { Service, Unit } from '../../domain/profile.ts';
import { commandKey } from '../called/same.ts';
import { BRINGS } from '../ci/brings.ts';
import { eventsOf } from '../ci/events.ts';
import type { StepRun } from '../ci/step-runs.ts';
import { stepsIn } from '../ci/steps.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import { joinedLines } from '../lines.ts';
import type { Snapshot } from '../snapshot.ts';
import { commandsOf } from './commands.ts';
import { imagesOf, isImageOf } from './images.ts';
import { reachedSteps } from './steps.ts';
import { pullRequestTrigger } from './triggers.ts';

/** Events after which a workflow does nothing that it does not do for a pull request. */
const USUAL = new Set(['pull_request', 'push', 'merge_group', 'workflow_dispatch']);

export interface KnownWork {
  readonly units: readonly Unit[];
  readonly services: readonly Service[];
}

/**
 * Whether a workflow does nothing but what is known here, on every change, so that nothing would be missed without it: each of its jobs runs
 * on every pull request, once, and each of its steps brings a tool, installs, or runs a known check.
 */
export function isReplaceable(snapshot: Snapshot, file: string, work: KnownWork): boolean {
  const workflow = readYamlManifest(snapshot, file).value;
  if (pullRequestTrigger(workflow) === null || !eventsOf(workflow).every((event) => USUAL.has(event))) return false;
  if (workflow.at(['on', 'push', 'tags']) !== undefined) return false;
  const jobs = workflow.keys(['jobs']);
  // What another workflow does that a job calls is not known here.
  const isPlain = (job: string) =>
    Array.isArray(workflow.at(['jobs', job, 'steps'])) && workflow.at(['jobs', job, 'strategy']) === undefined;
  if (!jobs.every(isPlain)) return false;
  const reached = reachedSteps(snapshot, workflow).filter(({ condition }) => condition === null);
  const certain = new Map(reached.map((one) => [one.step, one]));
  const commands = commandsOfWork(work);
  return stepsIn(snapshot, file).every((step) => {
    if (step.uses !== null && BRINGS.test(step.uses)) return true;
    const run = certain.get(step);
    return run !== undefined && isKnownStep(snapshot, run, { ...work, commands });
  });
}

function commandsOfWork({ units }: KnownWork): ReadonlySet<string> {
  const all = units.flatMap(({ commands }) => Object.values(commands).flat());
  return new Set(all.map(commandKey));
}

function isKnownStep(
  snapshot: Snapshot,
  run: StepRun,
  { services, commands }: KnownWork & { readonly commands: ReadonlySet<string> },
): boolean {
  const images = imagesOf(run);
  if (images.length > 0)
    return images.every((built) => services.some((service) => isImageOf(snapshot, service, built)));
  const found = commandsOf(snapshot, run);
  const lines = joinedLines(run.script).filter(({ text }) => !/^\s*(?:#|$)/.test(text));
  const known = found.filter((command) => commands.has(commandKey(command)));
  if (run.step.uses !== null) return known.length > 0;
  // Every line of a script must come down to something that is known.
  return lines.every(({ number }) => known.some(({ line }) => line === number));
}
