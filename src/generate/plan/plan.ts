import type { ImageCatalogue } from '../../domain/catalogue.ts';
import type { ChangeGroup, ImageBuild, Job, Pipeline } from '../../domain/pipeline.ts';
import type { ProjectProfile, Service, Unit } from '../../domain/profile.ts';
import { CHECKS, type GenerationRequest } from '../../domain/request.ts';
import { byCodeUnit } from '../../domain/text.ts';
import { checkJob, RUNNER } from './checks.ts';
import { imageBuild, imageGroup, imageJobs, isPrebuilt, wantedImages } from './images.ts';
import { unitNames } from './names.ts';
import { triggersOf } from './triggers.ts';
import { unsupportedIntents } from './unsupported.ts';

export interface PlanInput {
  readonly request: GenerationRequest;
  readonly profile: ProjectProfile;
  readonly images: ImageCatalogue;
  readonly defaultBranch: string | null;
  /** Paths of the files that are generated: a change to them concerns every job. */
  readonly generated: readonly string[];
}

const SHORT_JOB = 5;

/** A request over a profile as a pipeline. Pure; the same input gives the same plan. */
export function planPipeline(input: PlanInput): Pipeline {
  const { request, profile, defaultBranch } = input;
  const { intents } = request;
  const images = wantedImages(profile.services, profile.units, intents);
  // With one thing to check there is nothing to choose from.
  const isSelective = profile.units.length + images.length > 1 && profile.units.length > 0;
  const names = unitNames(profile.units);
  const checks = profile.units.flatMap((unit) =>
    unitJobs(input, unit, { name: names.get(unit) ?? unit.ecosystem, isSelective }),
  );
  const work = [...checks, ...imageJobs(images, profile.units, isSelective)];
  const before = isSelective ? [changesJob(input, names, images, work)] : [];
  const jobs = work.length > 0 ? [...before, ...work] : [checkoutJob()];
  return {
    name: 'CI',
    triggers: triggersOf(intents, defaultBranch),
    jobs: [...jobs, gateJob(jobs)],
    unsupported: unsupportedIntents(intents, profile.units, profile.services),
  };
}

function unitJobs(
  { request, profile, images }: PlanInput,
  unit: Unit,
  { name, isSelective }: { readonly name: string; readonly isSelective: boolean },
): Job[] {
  const group = isSelective ? name : null;
  return CHECKS.flatMap(
    (check) =>
      checkJob({ unit, name, check, intents: request.intents, services: profile.services, images, group }) ?? [],
  );
}

/** What changed, by git alone: outside of pull requests everything counts. */
function changesJob(
  input: PlanInput,
  names: ReadonlyMap<Unit, string>,
  images: readonly Service[],
  work: readonly Job[],
): Job {
  const { profile, generated } = input;
  const used = new Set(work.flatMap(({ condition }) => (condition?.kind === 'changed' ? [condition.group] : [])));
  const units = [...names].map(
    ([unit, name]): ChangeGroup => ({ name, globs: unitGlobs(unit, profile.units, generated) }),
  );
  const single = images.map(
    (service): ChangeGroup => ({ name: imageGroup(service), globs: serviceGlobs(service, generated) }),
  );
  const matrix = work.some(({ condition }) => condition?.kind === 'changed-images')
    ? images.filter((service) => !isPrebuilt(service))
    : [];
  const rows = matrix.map((service): ImageBuild & ChangeGroup => ({
    ...imageBuild(service),
    name: service.name,
    globs: serviceGlobs(service, generated),
  }));
  return {
    ...plainJob('changes'),
    steps: [
      { kind: 'checkout', history: 'full' },
      { kind: 'changes', groups: [...units, ...single].filter(({ name }) => used.has(name)), images: rows },
    ],
    comment: 'What a pull request does not touch is not run again.',
  };
}

/** A unit, what it is built from, and the pipeline itself. */
function unitGlobs(unit: Unit, units: readonly Unit[], generated: readonly string[]): string[] {
  const seen = new Set<Unit>();
  const visit = (one: Unit): void => {
    if (seen.has(one)) return;
    seen.add(one);
    for (const other of units) if (one.dependsOn.includes(other.directory)) visit(other);
  };
  visit(unit);
  return sortedGlobs([...[...seen].flatMap(({ owns }) => owns), ...generated]);
}

function serviceGlobs({ owns }: Service, generated: readonly string[]): string[] {
  return sortedGlobs([...owns, ...generated]);
}

/** Everything makes anything else superfluous. */
function sortedGlobs(globs: readonly string[]): string[] {
  return globs.includes('**') ? ['**'] : [...new Set(globs)].sort(byCodeUnit);
}

/** The lowest rung: the repository can be checked out, and the gate stands. */
function checkoutJob(): Job {
  return { ...plainJob('checkout'), steps: [{ kind: 'checkout', history: 'shallow' }] };
}

function gateJob(jobs: readonly Job[]): Job {
  return {
    ...plainJob('ci-gate'),
    needs: jobs.map(({ id }) => id),
    condition: { kind: 'always' },
    steps: [{ kind: 'gate' }],
    comment:
      'The one check that branch protection must name: skipped jobs are fine, failed and cancelled ones are not.',
  };
}

function plainJob(id: string): Job {
  return {
    id,
    name: id,
    runner: [RUNNER],
    timeoutMinutes: SHORT_JOB,
    needs: [],
    condition: null,
    matrix: null,
    containers: [],
    steps: [],
    comment: null,
    because: [],
  };
}
