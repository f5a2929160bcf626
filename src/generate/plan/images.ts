import type { ImageBuild, Job, Step } from '../../domain/pipeline.ts';
import type { Service, Unit } from '../../domain/profile.ts';
import type { Intent } from '../../domain/request.ts';
import { covering, selectsService } from '../select.ts';
import { RUNNER } from './checks.ts';
import { slug } from './names.ts';
import { setupSteps } from './setup.ts';

const TIMEOUT = 30;

/** The services whose image is wanted and whose Dockerfile is known. */
export function wantedImages(
  services: readonly Service[],
  units: readonly Unit[],
  intents: readonly Intent[],
): Service[] {
  return services.filter(
    (service) =>
      service.image.dockerfile !== null &&
      covering(intents, 'image', (selector) => selectsService(selector, service, units)).length > 0,
  );
}

/** What `docker build` is told of a service. */
export function imageBuild({ name, image }: Service): ImageBuild {
  return {
    service: name,
    context: image.context,
    dockerfile: image.dockerfile ?? 'Dockerfile',
    target: image.target ?? '',
    buildArgs: image.buildArgs,
  };
}

/** A service whose Dockerfile copies what a build outside of it makes: the build runs first, in the same job. */
export function isPrebuilt({ image }: Service): boolean {
  return image.prebuilt.length > 0;
}

/** One matrix over all services that are built alike, and a job for each one that needs its unit built first. */
export function imageJobs(wanted: readonly Service[], units: readonly Unit[], changes: boolean): Job[] {
  const alike = wanted.filter((service) => !isPrebuilt(service));
  const apart = alike.length === 1 ? wanted : wanted.filter(isPrebuilt);
  return [
    ...(alike.length > 1 ? [matrixJob(alike, changes)] : []),
    ...apart.map((service) => singleJob(service, units, changes)),
  ];
}

function matrixJob(services: readonly Service[], changes: boolean): Job {
  return {
    ...frame(changes),
    id: 'image',
    name: 'image',
    condition: changes ? { kind: 'changed-images' } : null,
    matrix: { kind: 'images', from: changes ? 'changes' : services.map(imageBuild) },
    steps: [
      { kind: 'checkout', history: 'shallow' },
      { kind: 'build-image', builds: services.map(imageBuild), because: [] },
    ],
    because: services.flatMap(({ image }) => image.because),
  };
}

function singleJob(service: Service, units: readonly Unit[], changes: boolean): Job {
  const unit = isPrebuilt(service) ? builderOf(service, units) : null;
  const steps: Step[] = [
    { kind: 'checkout', history: 'shallow' },
    ...(unit ? [...setupSteps(unit, { components: [], fromMatrix: false }), ...buildSteps(unit)] : []),
    { kind: 'build-image', builds: [imageBuild(service)], because: service.image.because },
  ];
  return {
    ...frame(changes),
    id: `${slug(service.name)}-image`,
    name: `${service.name}: image`,
    condition: changes ? { kind: 'changed', group: imageGroup(service) } : null,
    matrix: null,
    steps,
    comment: unit ? `Its Dockerfile copies ${service.image.prebuilt[0]}, which the build makes first.` : null,
    because: service.image.because,
  };
}

/** The group of changes of a service's image, where it has a job of its own. */
export function imageGroup(service: Service): string {
  return `${slug(service.name)}-image`;
}

function frame(changes: boolean) {
  return {
    runner: [RUNNER],
    timeoutMinutes: TIMEOUT,
    needs: changes ? ['changes'] : [],
    containers: [],
    comment: null,
  };
}

/** The nearest unit around the service that has a build. */
function builderOf({ directory }: Service, units: readonly Unit[]): Unit | null {
  const around = units.filter(
    (unit) =>
      unit.commands.build.length > 0 &&
      (unit.directory === '.' || directory === unit.directory || directory.startsWith(`${unit.directory}/`)),
  );
  return around.reduce<Unit | null>((a, b) => (a === null || b.directory.length > a.directory.length ? b : a), null);
}

function buildSteps({ commands }: Unit): Step[] {
  const named = (name: string, list: typeof commands.build) =>
    list.map(({ run, directory, because }): Step => ({ kind: 'run', name, run, directory, because }));
  return [...named('Install dependencies', commands.install), ...named('Build', commands.build)];
}
