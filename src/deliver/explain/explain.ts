import type { Evidence } from '../../domain/evidence.ts';
import type { Job, Pipeline } from '../../domain/pipeline.ts';
import type { GenerationRequest, Intent } from '../../domain/request.ts';
import { stepValues } from './steps.ts';
import { byDefault, type ExplainedValue, fromLines } from './value.ts';

/** A job with the reason for its being there, and every value in it with its own. */
export interface ExplainedJob {
  readonly name: string;
  readonly because: readonly Evidence[];
  /** In the order in which they stand in the file. */
  readonly values: readonly ExplainedValue[];
}

/** Every job, step and value of a pipeline, each with its lines, or with whose default or wish it is. Pure. */
export function explain({ jobs }: Pick<Pipeline, 'jobs'>, { intents }: GenerationRequest): ExplainedJob[] {
  return jobs.map((job) => ({ name: job.name, because: job.because, values: valuesOf(job, intents) }));
}

function valuesOf(job: Job, intents: readonly Intent[]): ExplainedValue[] {
  const { runner, timeoutMinutes } = job;
  return [
    ...conditionValues(job),
    wished(
      'runs on',
      runner.join(', '),
      intents.find((it) => it.kind === 'runner' && it.labels.join() === runner.join()),
    ),
    wished(
      'minutes',
      String(timeoutMinutes),
      intents.find((it) => it.kind === 'timeout' && it.minutes === timeoutMinutes),
    ),
    ...matrixValues(job, intents),
    ...job.containers.map(({ name, image, because }) => {
      const asked = intents.find((it) => it.kind === 'service' && it.service === name && it.version !== undefined);
      return because.length > 0 ? fromLines('container', image, because) : wished('container', image, asked);
    }),
    ...job.steps.flatMap(stepValues),
  ];
}

/** A wish where there is one, else the default. */
function wished(label: string, value: string, intent: Intent | undefined): ExplainedValue {
  if (intent === undefined) return byDefault(label, value);
  return { label, value, because: [], note: `asked for by ${JSON.stringify(intent)}` };
}

function conditionValues({ condition, needs, steps }: Job): ExplainedValue[] {
  switch (condition?.kind) {
    case 'changed':
      return [byDefault('if', `the change touches ${condition.group}`)];
    case 'rows':
      return [byDefault('if', `the change touches a row of ${condition.output}`)];
    case 'default-branch':
      return [byDefault('if', 'it is a push to the default branch')];
    case 'tag':
      return [byDefault('if', 'a tag was pushed')];
    case 'manual':
      return [byDefault('if', 'a person has started it on the default branch')];
    case 'always':
      return steps.length > 0 && needs.length > 0 ? [byDefault('after', needs.join(', '))] : [];
    case undefined:
      return [];
  }
}

function matrixValues({ matrix }: Job, intents: readonly Intent[]): ExplainedValue[] {
  switch (matrix?.kind) {
    case 'variants': {
      const { versions, systems } = matrix;
      const wish = (key: 'versions' | 'systems') => intents.find((it) => it.kind === 'matrix' && it[key] !== undefined);
      return [
        ...(versions ? [wished('versions', `${versions.tool} ${versions.values.join(', ')}`, wish('versions'))] : []),
        ...(systems.length > 0 ? [wished('systems', systems.join(', '), wish('systems'))] : []),
      ];
    }
    case 'units':
      return 'output' in matrix.from
        ? []
        : matrix.from.map(({ unit, directory, because }) => fromLines('row', `${unit} in ${directory}`, because));
    case 'images':
    case undefined:
      return [];
  }
}
