import type { ExistingJob, ExistingPipeline, Found } from '../../domain/existing.ts';
import type { ProjectProfile, Unit } from '../../domain/profile.ts';
import type { Intent, Selector } from '../../domain/request.ts';
import { isKnownContainer } from '../plan/containers.ts';
import { isMatrixTool } from '../plan/matrix.ts';
import { type AdoptedIntent, selectorsFor, unitsOf } from './intent.ts';

/** Versions, systems, containers, machines and minutes of the jobs that check something. */
export function settingIntents({ jobs }: ExistingPipeline, profile: ProjectProfile): AdoptedIntent[] {
  const tested = jobs.filter(({ checks }) => checks.some(({ check }) => check === 'test' || check === 'build'));
  const about = { profile, jobs };
  const others = jobs.filter((job) => !tested.includes(job));
  return [
    ...tested.flatMap((job) => versionIntents(job, profile)),
    ...tested.flatMap((job) => systemIntents(job, profile)),
    ...tested.flatMap((job) => containerIntents(job, profile)),
    ...others.flatMap(untested),
    ...alikeIntents(about, 'runner', (labels, selector) => ({ kind: 'runner', for: selector, labels: [...labels] })),
    ...alikeIntents(about, 'timeout', (minutes, selector) => ({ kind: 'timeout', for: selector, minutes })),
  ].filter(isFirst);
}

/** Variants and containers are of tests and builds: those of another job are said nowhere. */
function untested({ versions, systems, containers }: ExistingJob): AdoptedIntent[] {
  const where = 'in a job whose tests are not known';
  return [
    ...versions.map(({ value: { tool, values }, at }) => ({
      at,
      note: `versions of ${tool} ${where}: ${values.slice(0, MOST_NAMED).join(', ')}`,
    })),
    ...(systems === null ? [] : [{ at: systems.at, note: `systems ${where}: ${systems.value.join(', ')}` }]),
    ...containers.map(({ value: { service }, at }) => ({ at, note: `the container ${service} ${where}` })),
  ].map((one) => ({ intent: null, ...one }));
}

const MOST_NAMED = 20;

function versionIntents(job: ExistingJob, profile: ProjectProfile): AdoptedIntent[] {
  return job.versions.flatMap(({ value: { tool, values }, at }): AdoptedIntent[] => {
    const units = unitsOf(job, profile).filter((unit) => isMatrixTool(tool, unit));
    const same = profile.units.filter((unit) => isMatrixTool(tool, unit));
    if (units.length === 0 || values.length > 64) return [{ intent: null, at, note: `versions of ${tool}` }];
    return selectorsFor(units, same, profile).map((selector) => ({
      intent: { kind: 'matrix', for: selector, tool, versions: [...values] },
      at,
    }));
  });
}

function systemIntents(job: ExistingJob, profile: ProjectProfile): AdoptedIntent[] {
  const { systems } = job;
  if (systems === null) return [];
  return selectorsFor(unitsOf(job, profile), profile.units, profile).map((selector) => ({
    intent: { kind: 'matrix', for: selector, systems: [...systems.value] },
    at: systems.at,
  }));
}

function containerIntents(job: ExistingJob, profile: ProjectProfile): AdoptedIntent[] {
  return job.containers.flatMap(({ value: { service, version }, at }): AdoptedIntent[] => {
    if (!isKnownContainer(service, profile.units)) return [{ intent: null, at, note: `the container ${service}` }];
    const able = profile.units.filter(({ commands }) => commands.test.length > 0);
    const units = unitsOf(job, profile).filter((unit) => able.includes(unit));
    return selectorsFor(units, able, profile).map((selector) => ({
      intent: { kind: 'service', for: selector, service, ...(version === null ? {} : { version }) },
      at,
    }));
  });
}

/** A setting is of a unit, not of one of its jobs: it is said where all jobs that check the unit have the same. */
function alikeIntents<K extends 'runner' | 'timeout'>(
  { profile, jobs }: { readonly profile: ProjectProfile; readonly jobs: readonly ExistingJob[] },
  kind: K,
  make: (value: NonNullable<ExistingJob[K]>['value'], selector: Selector) => Intent,
): AdoptedIntent[] {
  type Value = NonNullable<ExistingJob[K]>['value'];
  const groups = new Map<string, { readonly first: Found<Value>; readonly units: Unit[] }>();
  for (const unit of profile.units) {
    const found = jobs
      .filter((job) => unitsOf(job, profile).includes(unit))
      .map((job) => job[kind] as Found<Value> | null);
    const keys = new Set(found.map((one) => JSON.stringify(one?.value ?? null)));
    const [first] = found;
    const [key = ''] = keys;
    if (!first || keys.size !== 1) continue;
    const group = groups.get(key) ?? { first, units: [] };
    groups.set(key, group);
    group.units.push(unit);
  }
  const said = [...groups.values()].flatMap(({ first, units }) =>
    selectorsFor(units, profile.units, profile).map((selector) => ({
      intent: make(first.value, selector),
      at: first.at,
    })),
  );
  return [...said, ...unlike({ profile, jobs }, kind, groups)];
}

const SETTINGS = { runner: 'the machine', timeout: 'the minutes' } as const;

/** The settings of jobs that check no unit, or one of which another job says something else. */
function unlike(
  { profile, jobs }: { readonly profile: ProjectProfile; readonly jobs: readonly ExistingJob[] },
  kind: 'runner' | 'timeout',
  groups: ReadonlyMap<string, { readonly units: readonly Unit[] }>,
): AdoptedIntent[] {
  return jobs.flatMap((job): AdoptedIntent[] => {
    const found = job[kind];
    if (found === null) return [];
    const units = unitsOf(job, profile);
    const said = groups.get(JSON.stringify(found.value))?.units ?? [];
    const isSaid = units.length > 0 && units.every((unit) => said.includes(unit));
    const note = `${SETTINGS[kind]} of a job that other jobs do not share: ${[found.value].flat().join(', ')}`;
    return isSaid ? [] : [{ intent: null, at: found.at, note }];
  });
}

/** What two jobs say alike is said once. */
function isFirst({ intent, at }: AdoptedIntent, index: number, all: readonly AdoptedIntent[]): boolean {
  const keyOf = (one: AdoptedIntent) => JSON.stringify(one.intent ?? one.at);
  const key = JSON.stringify(intent ?? at);
  return all.findIndex((one) => keyOf(one) === key) === index;
}
