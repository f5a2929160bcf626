import type { DocumentPath, Level } from '../../../domain/finding.ts';
import { oncePer } from '../../../domain/once.ts';
import { eventsIn } from '../../../workflow/facts/triggers.ts';
import { asMapping, asText, entryOf, isMapping, type Mapping } from '../../../workflow/facts/values.ts';
import type { Check, CheckedWorkflow, Fault } from './check.ts';
import { type CheckedStep, checksOutAnother, stepsOf } from './steps.ts';

/** Calls of workflows and actions of the same repository that do not fit what is called. What is not at hand is not judged. */
export const calls: Check = (subject) =>
  subject.jobs.flatMap((job) => [
    ...jobFaults(job.job, job.path, subject),
    ...(checksOutAnother(job.job) ? [] : stepsOf(job)).flatMap((step) => stepFaults(step, subject)),
  ]);

function jobFaults(job: Mapping, path: DocumentPath, { local }: CheckedWorkflow): Fault[] {
  const uses = asText(job.uses) ?? '';
  const called = local(uses);
  if (called?.kind !== 'workflow') return [];
  const events = eventsIn(called.value.on);
  if (!Object.hasOwn(events, 'workflow_call'))
    return [fault(path, 'uses', uses, 'cannot be called: it has no trigger workflow_call')];
  const call = asMapping(events.workflow_call);
  const given = { path, uses, weight: 'error' } as const;
  return [
    ...mismatches({ ...given, key: 'with', what: 'input', values: job.with, declared: asMapping(call.inputs) }),
    ...mismatches({ ...given, key: 'secrets', what: 'secret', values: job.secrets, declared: asMapping(call.secrets) }),
  ];
}

function stepFaults({ step, path }: CheckedStep, { local }: CheckedWorkflow): Fault[] {
  const uses = asText(step.uses) ?? '';
  const called = local(uses);
  if (called?.kind !== 'action') return [];
  // Actions start all the same: whether one needs an input is its own to say.
  const given = { path, uses, weight: 'warning', key: 'with', what: 'input' } as const;
  const declared = asMapping(called.value.inputs);
  return [...mismatches({ ...given, values: step.with, declared }), ...deprecated(given, step.with, declared)];
}

function deprecated({ path, uses }: Pick<Given, 'path' | 'uses'>, values: unknown, declared: Mapping): Fault[] {
  return Object.keys(asMapping(values))
    .filter((name) => asMapping(entryOf(declared, name)).deprecationMessage !== undefined)
    .map((input) => ({
      rule: 'deprecated-input',
      path: [...path, 'with', input],
      isOfKey: true,
      params: { action: uses, input },
    }));
}

interface Given {
  /** Of the job or the step. */
  readonly path: DocumentPath;
  readonly uses: string;
  /** Of what is missing. */
  readonly weight: Level;
  readonly key: string;
  readonly what: string;
  readonly values: unknown;
  readonly declared: Mapping;
}

function mismatches({ path, uses, weight, key, what, values, declared }: Given): Fault[] {
  // What is one expression may bring anything, and `inherit` brings all.
  if (values !== undefined && !isMapping(values)) return [];
  const given = asMapping(values);
  const unknown = Object.keys(given).filter((name) => entryOf(declared, name) === undefined);
  const missing = neededOf(declared).find((name) => entryOf(given, name) === undefined);
  return [
    ...unknown.map((name) => ({
      ...fault([...path, key], name, uses, `has no ${what} ${name}`),
      isOfKey: true,
    })),
    ...(missing === undefined ? [] : [{ ...fault(path, 'uses', uses, `needs the ${what} ${missing}`), level: weight }]),
  ];
}

/** One of them is told: a file can call the same a thousand times with nothing. */
const neededOf = oncePer((declared: Mapping): readonly string[] =>
  Object.keys(declared).filter((name) => isNeeded(asMapping(declared[name]))),
);

function isNeeded({ required, default: usual }: Mapping): boolean {
  return (required === true || required === 'true') && usual === undefined;
}

function fault(path: DocumentPath, key: string, called: string, problem: string): Fault {
  return { rule: 'call-mismatch', path: [...path, key], params: { called, problem } };
}
