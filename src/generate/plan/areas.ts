import type { ImageCatalogue } from '../../domain/catalogue.ts';
import type { ProjectProfile, Service } from '../../domain/profile.ts';
import type { GenerationRequest, Intent } from '../../domain/request.ts';
import { foldAlike, type UnitArea } from './alike.ts';
import type { Area, Areas, MatrixArea } from './changes.ts';
import { unitJobs } from './checks.ts';
import { serviceGlobs, unitGlobs } from './globs.ts';
import { type ImageJob, imageBuild, imageJobs } from './images.ts';
import { distinct, serviceNames, unitNames } from './names.ts';
import { secretScanAreas } from './secret-scan.ts';
import { taskAreas } from './task-jobs.ts';

export interface AreasInput {
  readonly request: GenerationRequest;
  readonly profile: ProjectProfile;
  readonly images: ImageCatalogue;
  /** Paths of the files that are generated: a change to them concerns every job. */
  readonly generated: readonly string[];
  /** Of the request's intents those that somebody asked for: the others say what the repository shows by itself. */
  readonly asked: ReadonlySet<Intent>;
}

/** The jobs of every unit and image, each with the files that concern it. */
export function areasOf({ request, profile, images, generated, asked }: AreasInput): Areas {
  const { intents } = request;
  const names = unitNames(profile.units);
  const services = serviceNames(profile.services);
  const each = profile.units.map((unit): UnitArea => {
    const name = names.get(unit) ?? unit.ecosystem;
    const globs = unitGlobs(unit, profile.units);
    return { name, globs, unit, jobs: unitJobs({ unit, name, intents, profile, images, asked }) };
  });
  const { areas: units, matrices } = foldAlike(each);
  const made = imageJobs({ profile, intents, names: services });
  const single = made.flatMap((one) => (one.kind === 'single' ? [one] : []));
  const many = made.flatMap((one) => (one.kind === 'matrix' ? [one] : []));
  return {
    plain: [
      ...units,
      ...taskAreas({ intents, profile }),
      ...secretScanAreas({ intents, profile, asked }),
      ...singleAreas(single, [...names.values()]),
    ],
    matrices: [...matrices, ...matrixAreas(many, services)],
    always: generated,
  };
}

function singleAreas(jobs: readonly Extract<ImageJob, { kind: 'single' }>[], taken: readonly string[]): Area[] {
  const names = distinct(
    jobs.map(({ job }) => job.id),
    taken,
  );
  return jobs.map(({ service, job }, index) => ({
    name: names[index] ?? job.id,
    globs: serviceGlobs(service),
    jobs: [job],
  }));
}

function matrixAreas(
  jobs: readonly Extract<ImageJob, { kind: 'matrix' }>[],
  names: ReadonlyMap<Service, string>,
): MatrixArea[] {
  const outputs = distinct(jobs.map(() => 'images'));
  return jobs.map(({ services, job }, index) => ({
    job,
    matrix: {
      output: outputs[index] ?? 'images',
      rows: services.map((service) => ({
        row: imageBuild(service, names.get(service) ?? service.name),
        globs: serviceGlobs(service),
      })),
    },
  }));
}
