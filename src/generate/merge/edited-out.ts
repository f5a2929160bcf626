import { readYaml } from '../../workflow/document.ts';

/**
 * What a file with edits no longer does of what is generated: jobs and steps that are gone, needs and triggers that are others, and jobs and
 * steps that may be skipped or may fail now; in words, in the order of what is generated. What a command was changed into is not judged.
 */
export function editedOut(printed: string, content: string): string[] {
  const [wanted, found] = [printed, content].map((text) => mapping(readYaml(text).value));
  const jobs = Object.entries(mapping(wanted?.jobs));
  const own = mapping(found?.jobs);
  return [
    ...(isSame(wanted?.on, found?.on) ? [] : ['what starts it is another']),
    ...jobs.flatMap(([id, job]) =>
      Object.hasOwn(own, id) ? lostOfJob(id, mapping(job), mapping(own[id])) : [`job ${id} is gone`],
    ),
  ];
}

type Mapping = Readonly<Record<string, unknown>>;

/** Keys by which a job or a step is skipped, or its failure is passed over. */
const GUARDS = ['if', 'continue-on-error'];

function lostOfJob(id: string, wanted: Mapping, found: Mapping): string[] {
  const needs = listed(found.needs);
  const missing = listed(wanted.needs).filter((need) => !needs.includes(need));
  const steps = listed(found.steps).map(mapping);
  return [
    ...missing.map((need) => `job ${id} no longer waits for ${String(need)}`),
    ...(GUARDS.every((key) => isSame(wanted[key], found[key])) ? [] : [`job ${id} may be skipped, or may fail`]),
    ...listed(wanted.steps).flatMap((step) => lostStep(id, mapping(step), steps)),
  ];
}

function lostStep(id: string, wanted: Mapping, steps: readonly Mapping[]): string[] {
  const name = `step “${String(wanted.name)}” of ${id}`;
  const found = steps.filter((step) => isStep(wanted, step));
  if (found.length === 0) return [`${name} is gone`];
  const isCertain = found.some((step) => GUARDS.every((key) => isSame(wanted[key], step[key])));
  return isCertain ? [] : [`${name} may be skipped, or may fail`];
}

/** A step is known by its name, or by what it does. */
function isStep({ name, run, uses }: Mapping, step: Mapping): boolean {
  return step.name === name || (run !== undefined && step.run === run) || (uses !== undefined && step.uses === uses);
}

function mapping(value: unknown): Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : {};
}

/** One value, or a list of them. */
function listed(value: unknown): readonly unknown[] {
  return value === undefined ? [] : [value].flat();
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
