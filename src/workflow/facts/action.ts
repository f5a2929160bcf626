import { UNKNOWN } from '../expressions/value.ts';
import type { WorkflowFacts } from './facts.ts';
import { scopeOf } from './flows.ts';
import { readImage } from './images.ts';
import { type JobFact, readJob } from './jobs.ts';
import { asList, asMapping, asText, type Mapping } from './values.ts';

/**
 * Facts of an action's metadata, as those of one job: its steps run in the job of whoever uses it, which has the triggers, the permissions
 * and the timeout. Pure, and total.
 */
export function actionFacts(value: unknown, file: string): WorkflowFacts {
  const action = asMapping(value);
  const runs = asMapping(action.runs);
  return {
    kind: 'workflow',
    file,
    triggers: { events: [], releaseOnly: false, calledOnly: true },
    permissions: { path: [], kind: 'scopes', scopes: {} },
    jobs: [stepsAsJob(action, runs)],
    insecureCommands: false,
    // An action has no secrets but those that it is given.
    exposedSecrets: [],
  };
}

function stepsAsJob(action: Mapping, runs: Mapping): JobFact {
  const steps = asList(runs.steps);
  const scope = scopeOf(steps, { job: 'runs', environments: [], matrix: undefined, outputOf: () => null });
  // Inputs of an action are text, whatever they are called.
  const freeInputs = new Set(Object.keys(asMapping(action.inputs)).map((name) => name.toLowerCase()));
  const job = readJob(
    'runs',
    { steps },
    {
      path: ['runs'],
      freeInputs,
      restoresCaches: true,
      scope,
      situations: [{ kind: 'caller', assumed: () => UNKNOWN }],
    },
  );
  const image = asText(runs.image) ?? '';
  const own = image.startsWith('docker://') ? readImage(image, ['runs', 'image'], scope) : [];
  return { ...job, hasTimeout: true, images: [...own, ...job.images] };
}
