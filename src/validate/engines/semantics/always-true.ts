import type { DocumentPath } from '../../../domain/finding.ts';
import { isText } from '../../../workflow/expressions/evaluate.ts';
import { asList, asMapping, type Mapping } from '../../../workflow/facts/values.ts';
import type { Check, Fault } from './check.ts';

/** An `if` with text beside its expression: the two together are a text, and a text is true. A line break at the end is enough. */
export const alwaysTrue: Check = ({ jobs }) =>
  jobs.flatMap(({ job, path }) => [
    ...faultOf(job, path),
    ...asList(job.steps).flatMap((step, index) => faultOf(asMapping(step), [...path, 'steps', index])),
  ]);

function faultOf(owner: Mapping, path: DocumentPath): Fault[] {
  const condition = owner.if;
  return typeof condition === 'string' && isText(condition)
    ? [{ rule: 'condition-always-true', path: [...path, 'if'] }]
    : [];
}
