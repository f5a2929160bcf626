import { groupedBy } from '../../domain/grouped.ts';
import type { ImageBuild } from '../../domain/matrix.ts';
import type { Job, Step } from '../../domain/pipeline.ts';
import type { Service } from '../../domain/profile.ts';
import { covering, reachesService, type Wishes } from '../select.ts';
import { type Buildable, buildable } from './buildable.ts';
import { equip, PLAIN } from './equip.ts';
import { checkout, plainJob, RUNNER, withoutReasons } from './frame.ts';
import { inMatrices } from './matrix-rows.ts';
import { isScanned } from './push-wish.ts';
import { setupSteps } from './setup.ts';
import { commandSteps } from './steps.ts';

const MINUTES = 30;

export interface ImageInput extends Wishes {
  readonly names: ReadonlyMap<Service, string>;
}

/** A job for one service, or one job with a matrix over services that are built alike. */
export type ImageJob =
  | { readonly kind: 'single'; readonly service: Service; readonly job: Job }
  | { readonly kind: 'matrix'; readonly services: readonly Service[]; readonly job: Job };

/** The services whose image is wanted. */
function wantedImages({ profile, intents }: ImageInput): Service[] {
  return profile.services.filter(
    (service) => covering(intents, 'image', (selector) => reachesService(selector, service, profile)).length > 0,
  );
}

/** What `docker build` is told of a service. */
export function imageBuild({ image }: Service, name: string): ImageBuild {
  return {
    service: name,
    context: image.context,
    dockerfile: image.dockerfile ?? 'Dockerfile',
    target: image.target ?? '',
    buildArgs: image.buildArgs,
    ...(image.module === undefined ? {} : { module: image.module }),
    because: image.because,
  };
}

/** One matrix over all services that are built alike, and a job for each one that is built like no other. */
export function imageJobs(input: ImageInput): ImageJob[] {
  const frames = imageFrames(input);
  const groups = groupedBy(frames, ({ service, key }) => `${isScanned(service, input)} ${key}`);
  const many = [...groups.values()].filter((group) => group.length > 1).flatMap(inMatrices);
  const single = frames.filter((frame) => !many.some((group) => group.includes(frame)));
  return [
    ...many.map(
      (group): ImageJob => ({
        kind: 'matrix',
        services: group.map(({ service }) => service),
        job: matrixJob(group, input),
      }),
    ),
    ...single.map((frame): ImageJob => ({ kind: 'single', service: frame.service, job: singleJob(frame, input) })),
  ];
}

/** All of a service's job but the build itself. */
export interface Frame {
  readonly service: Service;
  readonly how: Exclude<Buildable, { kind: 'not' }>;
  readonly job: Job;
  /** The same for services whose jobs differ by the build alone. */
  readonly key: string;
}

/** A frame for each image that is wanted and can be built. */
export function imageFrames(input: ImageInput): Frame[] {
  return wantedImages(input).flatMap((service) => frameOf(service, input) ?? []);
}

function frameOf(service: Service, input: ImageInput): Frame | null {
  const how = buildable(service, input.profile.units);
  if (how.kind === 'not') return null;
  const job: Job = {
    ...plainJob('image'),
    ...settingsOf(service, input),
    steps: [
      checkout(service.image, 'unit' in how ? how.unit : undefined),
      ...stepsBefore(how),
      ...makeSteps(how, nameOf(service, input)),
    ],
  };
  return { service, how, job, key: JSON.stringify([job.runner, job.timeoutMinutes, job.steps.map(alike)]) };
}

/** Which line shows what a checkout brings makes no difference, and a module is named by its row. */
export function alike(step: Step): Step {
  if (step.kind === 'build-module') return { ...step, module: null };
  return step.kind === 'checkout' ? withoutReasons(step) : step;
}

function stepsBefore(how: Buildable): Step[] {
  if (how.kind === 'after') return buildFirst(how);
  return how.kind === 'by-tool' ? setupSteps(how.unit, PLAIN) : [];
}

function makeSteps(how: Buildable, name: string): Step[] {
  if (how.kind !== 'by-tool') return [];
  const installs = how.commands.some(({ run }) => run.startsWith('ko '));
  return [
    ...(installs ? [{ kind: 'install-tool', tool: 'ko' } as const] : []),
    ...how.commands.map(
      (command, index): Step => ({
        kind: 'make-image',
        name: index < how.commands.length - 1 ? 'Build what it is made of' : 'Build the image',
        service: name,
        ...command,
      }),
    ),
  ];
}

function matrixJob(group: readonly Frame[], input: ImageInput): Job {
  const builds = group.map(({ service }) => imageBuild(service, nameOf(service, input)));
  const [first] = group;
  const job = first?.job ?? plainJob('image');
  return {
    ...job,
    matrix: { kind: 'images', from: builds },
    steps: [...job.steps.map(alike), buildStep(group, input)],
    comments: first?.how.kind === 'after' ? ['The Dockerfiles copy what the build makes first.'] : [],
    because: builds.flatMap(({ because }) => because),
  };
}

function singleJob({ service, how, job }: Frame, input: ImageInput): Job {
  const name = nameOf(service, input);
  const build: Step[] = how.kind === 'by-tool' ? [] : [buildStep([{ service }], input)];
  return {
    ...job,
    id: `${name}-image`,
    name: `${name}: image`,
    steps: [...job.steps, ...build],
    comments: how.kind === 'after' ? [`The Dockerfile copies ${how.copies}, which the build makes first.`] : [],
    because: service.image.because,
  };
}

function buildStep(group: readonly Pick<Frame, 'service'>[], input: ImageInput): Step {
  const builds = group.map(({ service }) => imageBuild(service, nameOf(service, input)));
  const scans = group.some(({ service }) => isScanned(service, input));
  return { kind: 'build-image', builds, ...(scans ? { isScanned: true } : {}) };
}

function buildFirst({ unit, commands, module }: Extract<Buildable, { kind: 'after' }>): Step[] {
  const steps = commandSteps('Build', commands, unit);
  return [...equip(unit, commands), ...(module === null ? steps : steps.map((step) => inModule(step, module)))];
}

/** A call of Maven and nothing else, of everything that it builds. */
const WHOLE_BUILD = /^(?:\.\/)?mvnw?(?: (?!-pl\b|-am\b|--projects|--also-make|-f\b|--file)[\w.:=/-]+)+$/;

function inModule(step: Step, module: string): Step {
  return step.kind === 'run' && WHOLE_BUILD.test(step.run) ? { ...step, kind: 'build-module', module } : step;
}

function settingsOf(service: Service, { intents, profile }: ImageInput): Pick<Job, 'runner' | 'timeoutMinutes'> {
  const about = <K extends 'runner' | 'timeout'>(kind: K) =>
    covering(intents, kind, (selector) => reachesService(selector, service, profile)).at(-1);
  return { runner: about('runner')?.labels ?? [RUNNER], timeoutMinutes: about('timeout')?.minutes ?? MINUTES };
}

function nameOf(service: Service, { names }: ImageInput): string {
  return names.get(service) ?? service.name;
}
