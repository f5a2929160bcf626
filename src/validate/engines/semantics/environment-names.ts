import type { DocumentPath } from '../../../domain/finding.ts';
import { asMapping, isDynamic } from '../../../workflow/facts/values.ts';
import type { Check, Fault } from './check.ts';
import { stepsOf } from './steps.ts';

/** Names of variables that no program finds again. */
export const environmentNames: Check = ({ workflow, jobs }) => [
  ...namesIn(workflow.env, ['env']),
  ...jobs.flatMap((job) => [
    ...namesIn(job.job.env, [...job.path, 'env']),
    ...namesIn(asMapping(job.job.container).env, [...job.path, 'container', 'env']),
    ...Object.entries(asMapping(job.job.services)).flatMap(([name, service]) =>
      namesIn(asMapping(service).env, [...job.path, 'services', name, 'env']),
    ),
    ...stepsOf(job).flatMap(({ step, path }) => namesIn(step.env, [...path, 'env'])),
  ]),
];

function namesIn(environment: unknown, path: DocumentPath): Fault[] {
  return Object.keys(asMapping(environment))
    .filter((name) => /[\s=&]/.test(name) && !isDynamic(name))
    .map((name) => ({ rule: 'environment-name', path: [...path, name], isOfKey: true, params: { name } }));
}
