import { asList, asMapping, asText, type Mapping, oncePer } from '../../../../workflow/facts/values.ts';
import type { Lookup, Place } from './place.ts';

/** Of a step. (contexts reference, steps context) */
const PROPERTIES: readonly string[] = ['outputs', 'outcome', 'conclusion'];

/** `steps.<id>`: a step of the same job that has run by then. */
export const stepFault: Lookup = ([, id = '', property = '*'], place) => {
  const at = idsOf(place.job?.job ?? {}).get(id);
  if (at === undefined) return unknown(id, `no step of this job has the id ${id}`);
  if (runsLater(at, place)) return unknown(id, 'that step has not run by then');
  if (property === '*' || PROPERTIES.includes(property)) return null;
  return { rule: 'unknown-property', params: { context: `steps.${id}`, property } };
};

function unknown(step: string, why: string) {
  return { rule: 'unknown-step' as const, params: { step, why } };
}

/** By the number of the step, in lower case. Steps that run side by side stand inside one. */
const idsOf = oncePer(
  (job: Mapping): ReadonlyMap<string, StepAt> =>
    new Map(
      asList(job.steps).flatMap((value, index) => {
        const step = asMapping(value);
        const inside = asList(step.parallel).map(asMapping);
        return [
          ...named(step, { index, isBeside: false }),
          ...inside.flatMap((one) => named(one, { index, isBeside: true })),
        ];
      }),
    ),
);

interface StepAt {
  readonly index: number;
  readonly isBeside: boolean;
}

function named(step: Mapping, at: StepAt): [string, StepAt][] {
  const id = asText(step.id);
  return id === null ? [] : [[id.toLowerCase(), at]];
}

/** Outputs and the address of an environment are read once the job is done. */
function runsLater({ index, isBeside }: StepAt, { job, path }: Place): boolean {
  const [key, here] = path.slice(job?.path.length);
  return key === 'steps' && typeof here === 'number' && (index > here || (index === here && !isBeside));
}
