import { isText } from '../../../workflow/expressions/evaluate.ts';
import type { Check } from './check.ts';
import { stepsOf } from './steps.ts';

/** An `if` with text beside its expression: the two together are a text, and a text is true. A line break at the end is enough. */
export const alwaysTrue: Check = ({ jobs }) =>
  jobs
    .flatMap((job) => [
      { owner: job.job, path: job.path },
      ...stepsOf(job).map(({ step, path }) => ({ owner: step, path })),
    ])
    .filter(({ owner }) => typeof owner.if === 'string' && isText(owner.if))
    .map(({ path }) => ({ rule: 'condition-always-true', path: [...path, 'if'] }));
