import { oncePer } from '../../../../domain/once.ts';
import { asMapping, asText, entryOf } from '../../../../workflow/facts/values.ts';
import type { CheckedJob } from '../check.ts';
import { checksOutAnother, stepsOf } from '../steps.ts';
import type { Lookup, Place } from './place.ts';

/** Of a step. (contexts reference, steps context) */
const PROPERTIES: readonly string[] = ['outputs', 'outcome', 'conclusion'];

/** `steps.<id>`: a step of the same job that has run by then. */
export const stepFault: Lookup = ([, id = '', property = '*', output = '*'], place) => {
  const at = place.job ? idsOf(place.job).get(id) : undefined;
  if (at === undefined) return unknown(id, `no step of this job has the id ${id}`);
  if (runsLater(at, place)) return unknown(id, 'that step has not run by then');
  if (property === 'outputs' && output !== '*') return outputFault(at.uses, output, place);
  if (property === '*' || PROPERTIES.includes(property)) return null;
  return { rule: 'unknown-property', params: { context: `steps.${id}`, property } };
};

/** A composite action has the outputs that its metadata names; any other one may set what it likes, and so may a script. */
function outputFault(uses: string, output: string, { job, local }: Place): ReturnType<Lookup> {
  const action = local(uses);
  if (action?.kind !== 'action' || checksOutAnother(job?.job ?? {})) return null;
  const { runs, outputs } = action.value;
  return asMapping(runs).using === 'composite' && entryOf(asMapping(outputs), output) === undefined
    ? { rule: 'unknown-output', params: { owner: `The action ${uses}`, output } }
    : null;
}

function unknown(step: string, why: string) {
  return { rule: 'unknown-step' as const, params: { step, why } };
}

/** By id, in lower case. */
const idsOf = oncePer((job: CheckedJob): ReadonlyMap<string, StepAt> => {
  const at = job.path.length;
  return new Map(
    stepsOf(job).flatMap(({ step, path }) => {
      const id = asText(step.id);
      // Behind `steps` stands its number, and more where it runs side by side with others, inside one.
      return id === null
        ? []
        : [
            [
              id.toLowerCase(),
              { index: Number(path[at + 1]), isBeside: path.length > at + 2, uses: asText(step.uses) ?? '' },
            ],
          ];
    }),
  );
});

interface StepAt {
  readonly index: number;
  readonly isBeside: boolean;
  readonly uses: string;
}

/** Outputs and the address of an environment are read once the job is done. */
function runsLater({ index, isBeside }: StepAt, { job, path }: Place): boolean {
  const [key, here] = path.slice(job?.path.length);
  return key === 'steps' && typeof here === 'number' && (index > here || (index === here && !isBeside));
}
