import type { ImageCatalogue } from '../../domain/catalogue.ts';
import type { Covered, Overlap } from '../../domain/coverage.ts';
import type { ProjectProfile, Service } from '../../domain/profile.ts';
import type { GenerationRequest, Intent } from '../../domain/request.ts';
import { foldAlike, type UnitArea } from './alike.ts';
import type { Area, Areas, MatrixArea } from './changes.ts';
import { unitJobs } from './checks.ts';
import { coveredParts, uncoveredJobs, uncoveredServices, uncoveredTasks } from './covered.ts';
import { serviceGlobs, unitGlobs } from './globs.ts';
import { type ImageJob, imageBuild, imageJobs } from './images.ts';
import { serviceNames, unitNames } from './names.ts';
import { secretScanAreas } from './secret-scan.ts';
import { taskAreas } from './task-jobs.ts';

export interface AreasInput {
  readonly request: GenerationRequest;
  readonly profile: ProjectProfile;
  readonly images: ImageCatalogue;
  /** Paths of the files that are generated: a change to them concerns every job. */
  readonly generated: readonly string[];
  readonly defaultBranch: string | null;
  /** Every path that is looked at; null where they are not known. */
  readonly paths: readonly string[] | null;
  /** Of the request's intents those that somebody asked for: the others say what the repository shows by itself. */
  readonly asked: ReadonlySet<Intent>;
}

/** The jobs that there are to do, and what is done elsewhere already. */
export interface Work {
  readonly areas: Areas;
  readonly covered: readonly Covered[];
  readonly overlaps: readonly Overlap[];
}

/** The jobs of every unit and image that no workflow of the repository does already, each with the files that concern it. */
export function workOf(input: AreasInput): Work {
  const { request, profile, images, generated, defaultBranch, paths, asked } = input;
  const { intents } = request;
  const about = { intents, profile, defaultBranch, paths, asked };
  const names = unitNames(profile.units);
  const services = serviceNames(profile.services);
  const each = profile.units.map((unit) => {
    const name = names.get(unit) ?? unit.ecosystem;
    const globs = unitGlobs(unit, profile.units);
    const wanted = { unit, name, intents, profile, images, asked };
    const all = unitJobs(wanted);
    const parts = coveredParts(about, { unit, name, globs, jobs: all });
    const jobs = parts.length > 0 ? unitJobs({ ...wanted, elsewhere: parts }) : all;
    const { left, covered, overlaps } = uncoveredJobs(about, { unit, name, globs, jobs });
    const area: UnitArea = { name, globs, unit, jobs: left.map(({ job }) => job) };
    return { area, covered: [...parts, ...covered], overlaps };
  });
  const { areas: units, matrices } = foldAlike(each.map(({ area }) => area));
  const kept = uncoveredServices(about);
  const tasks = uncoveredTasks(about, taskAreas({ intents, profile }));
  const made = imageJobs({ profile: { ...profile, services: kept.left }, intents, names: services });
  return {
    areas: {
      plain: [...units, ...tasks.left, ...secretScanAreas({ intents, profile, asked }), ...made.flatMap(singleArea)],
      matrices: [...matrices, ...made.flatMap((one) => matrixArea(one, services))],
      always: generated,
    },
    covered: [...each, tasks, kept].flatMap(({ covered }) => covered),
    overlaps: [...each, tasks, kept].flatMap(({ overlaps }) => overlaps),
  };
}

function singleArea(made: ImageJob): Area[] {
  return made.kind === 'single' ? [{ name: made.job.id, globs: serviceGlobs(made.service), jobs: [made.job] }] : [];
}

function matrixArea(made: ImageJob, names: ReadonlyMap<Service, string>): MatrixArea[] {
  if (made.kind !== 'matrix') return [];
  const rows = made.services.map((service) => ({
    row: imageBuild(service, names.get(service) ?? service.name),
    globs: serviceGlobs(service),
  }));
  return [{ job: made.job, name: 'images', rows }];
}
