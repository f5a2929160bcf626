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
  return { kind: 'not', why: `the Dockerfile of ${name} needs ${copies}, and nothing that is known here makes it` };
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

/** One matrix over all services that are built alike, and a job for each one that is built like no other. */
export function imageJobs(input: ImageInput): ImageJob[] {
  const frames = wantedImages(input).flatMap((service) => frameOf(service, input) ?? []);
  const groups = groupsOf(frames, ({ job }) => JSON.stringify([job.runner, job.timeoutMinutes, job.steps]));
  const many = groups.filter((group) => group.length > 1).flatMap((group) => chunks(group, MOST_ROWS));
  const single = frames.filter((frame) => !many.some((group) => group.includes(frame)));
  return [
    ...many.map(
      (group): ImageJob => ({ kind: 'matrix', services: group.map(serviceOf), job: matrixJob(group, input) }),
    ),
    ...single.map((frame): ImageJob => ({ kind: 'single', service: frame.service, job: singleJob(frame, input) })),
  ];
}

/** All of a service's job but the build itself. */
interface Frame {
  readonly service: Service;
  readonly copies: string | null;
  readonly job: Job;
}

function frameOf(service: Service, input: ImageInput): Frame | null {
  const how = buildable(service, input.profile.units);
  if (how.kind === 'not') return null;
  const isAfter = how.kind === 'after';
  return {
    service,
    copies: isAfter ? how.copies : null,
    job: {
      ...plainJob('image'),
      ...settingsOf(service, input),
      steps: [{ kind: 'checkout', history: 'shallow' }, ...(isAfter ? buildFirst(how.unit) : [])],
    },
  };
}

function serviceOf({ service }: Frame): Service {
  return service;
}

function matrixJob(group: readonly Frame[], input: ImageInput): Job {
  const builds = group.map(({ service }) => imageBuild(service, nameOf(service, input)));
  const [first] = group;
  const job = first?.job ?? plainJob('image');
  return {
    ...job,
    matrix: { kind: 'images', from: builds },
    steps: [...job.steps, { kind: 'build-image', builds }],
    comments: first?.copies ? ['The Dockerfiles copy what the build makes first.'] : [],
    because: builds.flatMap(({ because }) => because),
  };
}

function singleJob({ service, copies, job }: Frame, input: ImageInput): Job {
  const name = nameOf(service, input);
  return {
    ...job,
    id: `${name}-image`,
    name: `${name}: image`,
    steps: [...job.steps, { kind: 'build-image', builds: [imageBuild(service, name)] }],
    comments: copies === null ? [] : [`The Dockerfile copies ${copies}, which the build makes first.`],
    because: service.image.because,
  };
}

function buildFirst(unit: Unit): Step[] {
  return [
    ...setupSteps(unit, { components: [], fromMatrix: false }),
    ...installSteps(unit),
    ...commandSteps('Build', unit.commands.build, unit),
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
