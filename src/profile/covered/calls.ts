import { eventsOf } from '../ci/events.ts';
import { type InputOf, inputsOf } from '../ci/inputs.ts';
import { MOST } from '../ci/limits.ts';
import { asText } from '../ci/matrix.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import type { Snapshot } from '../snapshot.ts';
import { calledFile } from './called-file.ts';
import { both, reachOfStart } from './reach.ts';
import { aroundOf, type ReachedStep, reachedSteps } from './steps.ts';

/**
 * Gives the steps of workflows that changes reach with those of the repository's own workflows that they call, of these in turn as well. All calls that
 * one reader follows come to no more text than all workflows may have. (docs.github.com, "Reusing workflows")
 */
export function stepsWithCalls(snapshot: Snapshot): (workflow: Manifest) => ReachedStep[] {
  let left: number = MOST.workflows;
  const stepsIn = (workflow: Manifest, above: readonly string[], inputOf?: InputOf): ReachedStep[] => {
    const own = reachedSteps(snapshot, workflow, inputOf);
    const around = aroundOf(snapshot, inputOf);
    const called = callsIn(workflow).flatMap(({ job, file }) => {
      const size = snapshot.text(file)?.length ?? 0;
      // GitHub starts no workflow that comes to call itself.
      if (size === 0 || size > left || above.includes(file)) return [];
      left -= size;
      const { value: inner } = readYamlManifest(snapshot, file);
      const reach = eventsOf(inner).includes('workflow_call') ? reachOfStart(workflow, job, around) : null;
      if (reach === null) return [];
      const given = inputsOf(inner, ['on', 'workflow_call', 'inputs'], inputsAt(workflow, job));
      return stepsIn(inner, [...above, file], given).flatMap((step) => {
        const whole = both([reach, step]);
        return whole === null ? [] : [{ ...step, ...whole }];
      });
    });
    return [...own, ...called];
  };
  return (workflow) => stepsIn(workflow, [workflow.file]);
}

interface Call {
  readonly job: string;
  readonly file: string;
}

function callsIn(workflow: Manifest): Call[] {
  const jobs = workflow.keys(['jobs']);
  if (jobs.length > MOST.jobs) return [];
  return jobs.flatMap((job) => {
    const file = calledFile(workflow, job);
    return file === null ? [] : [{ job, file }];
  });
}

function inputsAt(workflow: Manifest, job: string): ReadonlyMap<string, string> {
  const given = workflow.at(['jobs', job, 'with']);
  return new Map(isMapping(given) ? Object.entries(given).flatMap(asInput) : []);
}

/** What is given and is nothing may be that, or what it usually is. */
function asInput([name, value]: [string, unknown]): [string, string][] {
  return value === null ? [[name, '${{ null }}']] : asText([name, value]);
}
