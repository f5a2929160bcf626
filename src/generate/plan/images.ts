import type { ImageBuild, Job, Step } from '../../domain/pipeline.ts';
import type { ProjectProfile, Service, Unit } from '../../domain/profile.ts';
import type { Intent } from '../../domain/request.ts';
import { covering, reachesService } from '../select.ts';
import { plainJob, RUNNER } from './frame.ts';
import { setupSteps } from './setup.ts';
import { commandSteps, installSteps } from './steps.ts';

const MINUTES = 30;

/** What GitHub takes in one matrix. (docs.github.com, "Usage limits") */
const MOST_ROWS = 256;

/** How a service's image can be built, or the sentence that says why it cannot. */
export type Buildable =
  | { readonly kind: 'alone' }
  /** Its Dockerfile copies what the build of that unit makes: the build runs first, in the same job. */
  | { readonly kind: 'after'; readonly unit: Unit; readonly copies: string }
  | { readonly kind: 'not'; readonly why: string };

export interface ImageInput {
  readonly profile: ProjectProfile;
  readonly intents: readonly Intent[];
  readonly names: ReadonlyMap<Service, string>;
}

/** A job for one service, or one job with a matrix over services that are built alike. */
export type ImageJob =
  | { readonly kind: 'single'; readonly service: Service; readonly job: Job }
  | { readonly kind: 'matrix'; readonly services: readonly Service[]; readonly job: Job };

/** The services whose image is wanted. */
export function wantedImages({ profile, intents }: ImageInput): Service[] {
  return profile.services.filter(
    (service) => covering(intents, 'image', (selector) => reachesService(selector, service, profile)).length > 0,
  );
}

/** Whether and how an image can be built from what the profile knows. */
export function buildable(service: Service, units: readonly Unit[]): Buildable {
  const { name, image, directory } = service;
  if (image.dockerfile === null) return { kind: 'not', why: `the image of ${name} is built by ${image.kind}` };
  const [copies] = image.prebuilt;
  if (copies === undefined) return { kind: 'alone' };
  const unit = builderOf(directory, units);
  if (unit && !copies.includes('$')) return { kind: 'after', unit, copies };
  return { kind: 'not', why: `the Dockerfile of ${name} copies ${copies}, and nothing that is known here makes it` };
}

/** What `docker build` is told of a service. */
export function imageBuild({ image }: Service, name: string): ImageBuild {
  return {
    service: name,
    context: image.context,
    dockerfile: image.dockerfile ?? 'Dockerfile',
    target: image.target ?? '',
    buildArgs: image.buildArgs,
    because: image.because,
  };
}

/** One matrix over all services that are built alike, and a job for each one that needs its unit built first or a machine of its own. */
export function imageJobs(input: ImageInput): ImageJob[] {
  const wanted = wantedImages(input);
  const alike = wanted.filter((service) => buildable(service, input.profile.units).kind === 'alone');
  const matrices = groupsOf(alike, (service) => JSON.stringify(settingsOf(service, input)));
  const many = matrices.filter((group) => group.length > 1).flatMap((group) => chunks(group, MOST_ROWS));
  const single = wanted.filter((service) => !many.some((group) => group.includes(service)));
  return [
    ...many.map((services): ImageJob => ({ kind: 'matrix', services, job: matrixJob(services, input) })),
    ...single.flatMap((service): ImageJob[] => {
      const job = singleJob(service, input);
      return job ? [{ kind: 'single', service, job }] : [];
    }),
  ];
}

function matrixJob(services: readonly Service[], input: ImageInput): Job {
  const builds = services.map((service) => imageBuild(service, nameOf(service, input)));
  const [first] = services;
  return {
    ...plainJob('image'),
    ...(first ? settingsOf(first, input) : {}),
    matrix: { kind: 'images', from: builds },
    steps: [
      { kind: 'checkout', history: 'shallow' },
      { kind: 'build-image', builds },
    ],
    because: builds.flatMap(({ because }) => because),
  };
}

function singleJob(service: Service, input: ImageInput): Job | null {
  const how = buildable(service, input.profile.units);
  if (how.kind === 'not') return null;
  const name = nameOf(service, input);
  return {
    ...plainJob(`${name}-image`),
    ...settingsOf(service, input),
    name: `${name}: image`,
    steps: [
      { kind: 'checkout', history: 'shallow' },
      ...(how.kind === 'after' ? buildFirst(how.unit) : []),
      { kind: 'build-image', builds: [imageBuild(service, name)] },
    ],
    comment: how.kind === 'after' ? `The Dockerfile copies ${how.copies}, which the build makes first.` : null,
    because: service.image.because,
  };
}

function buildFirst(unit: Unit): Step[] {
  return [
    ...setupSteps(unit, { components: [], fromMatrix: false }),
    ...installSteps(unit),
    ...commandSteps('Build', unit.commands.build),
  ];
}

function settingsOf(service: Service, { intents, profile }: ImageInput): Pick<Job, 'runner' | 'timeoutMinutes'> {
  const about = <K extends 'runner' | 'timeout'>(kind: K) =>
    covering(intents, kind, (selector) => reachesService(selector, service, profile)).at(-1);
  return { runner: about('runner')?.labels ?? [RUNNER], timeoutMinutes: about('timeout')?.minutes ?? MINUTES };
}

function nameOf(service: Service, { names }: ImageInput): string {
  return names.get(service) ?? service.name;
}

/** The nearest unit around the service that has a build. */
function builderOf(directory: string, units: readonly Unit[]): Unit | null {
  const around = units.filter(
    (unit) =>
      unit.commands.build.length > 0 &&
      (unit.directory === '.' || directory === unit.directory || directory.startsWith(`${unit.directory}/`)),
  );
  return around.reduce<Unit | null>((a, b) => (a === null || b.directory.length > a.directory.length ? b : a), null);
}

function groupsOf<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const keys = [...new Set(items.map(key))];
  return keys.map((wanted) => items.filter((item) => key(item) === wanted));
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
