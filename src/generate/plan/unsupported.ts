import type { ImageCatalogue } from '../../domain/catalogue.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Unsupported } from '../../domain/pipeline.ts';
import type { ProjectProfile, Unit } from '../../domain/profile.ts';
import type { Intent, IntentOf, Selector } from '../../domain/request.ts';
import { type MarkedWishes, reachesService, reachOfUnit, servicesFor } from '../select.ts';
import { grounded } from './commands.ts';
import { containersFor, imageReason, isImageTag } from './containers.ts';
import { imageReasons } from './image-reasons.ts';
import { isMatrixTool } from './matrix.ts';
import { misspelt, nothingFor } from './nothing.ts';
import { publishReasons } from './publish/reasons.ts';
import { taskFor } from './tasks.ts';
import { checkReasons } from './unsupported-checks.ts';

/** Every wish, or part of one, that is not in the jobs, in the order of the request: it is left out alone, and said. */
export function unsupportedIn(request: Asked): Unsupported[] {
  return request.intents.flatMap((intent) => {
    const at = request.asked.has(intent) ? null : shownAt(intent, request.profile);
    return reasons(intent, request).map((why) => ({ intent, why, at }));
  });
}

function shownAt(intent: Intent, profile: ProjectProfile): Evidence | null {
  if (intent.kind === 'image')
    return profile.services.find((service) => reachesService(intent.for, service, profile))?.image.because[0] ?? null;
  if (intent.kind !== 'service') return null;
  const needs = reachedBy(intent.for, profile).flatMap(({ unit }) => unit.needs);
  return needs.find(({ service }) => service === intent.service)?.because[0] ?? null;
}

export interface Asked extends MarkedWishes {
  readonly images: ImageCatalogue;
  readonly defaultBranch: string | null;
  /** Whether a tag starts anything. */
  readonly isReleasedByTag: boolean;
  /** Whether a job runs the tests of a unit that has some. */
  isTested(unit: Unit): boolean;
}

function reasons(intent: Intent, asked: Asked): string[] {
  switch (intent.kind) {
    case 'trigger':
      return triggerReasons(intent, asked);
    case 'publish':
      return publishReasons(intent, asked);
    case 'chart':
      return ['Helm charts cannot be printed yet.'];
    case 'deploy':
      return ['Deployments cannot be printed yet.'];
    case 'check':
    case 'matrix':
    case 'service':
    case 'custom':
      return unitReasons(intent, asked);
    case 'image':
      return imageReasons(intent, asked);
    case 'runner':
    case 'timeout':
      return settingReasons(intent.for, asked.profile);
  }
}

function triggerReasons({ on, ensure, cron, tags }: IntentOf<'trigger'>, { isReleasedByTag }: Asked): string[] {
  if (!ensure) return [];
  if (on === 'tag')
    return isReleasedByTag
      ? []
      : ['There is nothing that a tag would start: no image is pushed and no package published by one.'];
  if (on === 'schedule' && cron === undefined) return ['A schedule needs a cron line.'];
  return tags === undefined ? [] : ['Tags are for the trigger `tag`; they were left out.'];
}

type UnitIntent = IntentOf<'check' | 'matrix' | 'service' | 'custom'>;

function unitReasons(intent: UnitIntent, asked: Asked): string[] {
  const reached = reachedBy(intent.for, asked.profile);
  const units = reached.map(({ unit }) => unit);
  const isTask = intent.kind === 'custom' && taskFor(intent.command, intent.for, asked.profile) !== null;
  if (units.length === 0 && !isTask) return nobodyReasons(intent, asked.profile);
  switch (intent.kind) {
    case 'check':
      return intent.ensure ? checkReasons(intent, units, asked) : removalReasons(reached);
    case 'matrix':
      return matrixReasons(intent, reached, asked);
    case 'service':
      return serviceReasons(intent, units, asked);
    case 'custom':
      return customReasons(intent, units, asked.profile);
  }
}

/** To take a check from what does not exist is nothing to speak of: it may have been there when it was asked for. A slip of the pen is. */
function nobodyReasons(intent: UnitIntent, profile: ProjectProfile): string[] {
  const isRemoval = intent.kind === 'check' && !intent.ensure;
  const why = isRemoval ? misspelt(intent.for, profile) : nothingFor(intent.for, profile);
  return why === null ? [] : [why];
}

interface Reached {
  readonly unit: Unit;
  readonly reach: 'whole' | 'part';
}

function reachedBy(selector: Selector, profile: ProjectProfile): Reached[] {
  return profile.units.flatMap((unit) => {
    const reach = reachOfUnit(selector, unit, profile);
    return reach === 'none' ? [] : [{ unit, reach }];
  });
}

function removalReasons(reached: readonly Reached[]): string[] {
  const parts = reached.filter(({ reach }) => reach === 'part');
  return parts.map(({ unit }) => `It is a part of the unit in ${unit.directory}, whose jobs are for all of it.`);
}

function settingReasons(selector: Selector, profile: ProjectProfile): string[] {
  const reached = reachedBy(selector, profile);
  const services = profile.services.filter((service) => reachesService(selector, service, profile));
  if (reached.length + services.length === 0) return [nothingFor(selector, profile)];
  return services.length > 0 || reached.some(({ reach }) => reach === 'whole') ? [] : removalReasons(reached);
}

function matrixReasons(
  { tool, versions, systems }: IntentOf<'matrix'>,
  reached: readonly Reached[],
  asked: Asked,
): string[] {
  const whole = reached.filter(({ reach }) => reach === 'whole').map(({ unit }) => unit);
  if (whole.length === 0) return removalReasons(reached);
  const fits = tool === undefined || whole.some((unit) => isMatrixTool(tool, unit));
  const besideContainers =
    systems?.some((system) => system !== 'linux') && whole.some((unit) => hasContainers(unit, asked));
  return [
    ...(versions === undefined || fits ? [] : [`Nothing that it is for is tested with versions of ${tool}.`]),
    ...(besideContainers
      ? ['Tests beside service containers run on Linux alone: GitHub starts those nowhere else.']
      : []),
  ];
}

function serviceReasons(intent: IntentOf<'service'>, units: readonly Unit[], about: Asked): string[] {
  const { asked, images, isTested } = about;
  const { service, version } = intent;
  // Nobody misses what stands beside tests that are run elsewhere.
  if (!asked.has(intent) && !units.some(isTested)) return [];
  const told = [...new Set(units.flatMap((unit) => imageReason(unit, service, images) ?? []))];
  if (told.length > 0 && version === undefined) return told;
  if (units.every((unit) => containersFor(unit, [intent], images).length === 0))
    return [`A service container of ${service} cannot be printed yet.`];
  if (version !== undefined && !isImageTag(version)) return [`${version} is no tag of an image: it was left out.`];
  const isPut = (unit: Unit) =>
    containersFor(unit, servicesFor(unit, about.intents, about.profile), images).some(({ name }) => name === service);
  if (!units.some(isPut))
    return [`Another container beside the same tests listens at its port, and a job with both could not start.`];
  return units.some(({ commands }) => commands.test.length > 0)
    ? []
    : ['Nothing that it is for has tests that could use it.'];
}

/** A command of a unit, or a task that one of the repository's task runners names. */
function customReasons(
  { command, for: selector }: IntentOf<'custom'>,
  units: readonly Unit[],
  profile: ProjectProfile,
): string[] {
  return units.some((unit) => grounded(unit, command)) || taskFor(command, selector, profile)
    ? []
    : [`The repository is not known to have the command \`${command}\`: a person must decide about it.`];
}

function hasContainers(unit: Unit, { intents, profile, images }: Asked): boolean {
  const wanted = servicesFor(unit, intents, profile);
  return unit.commands.test.length > 0 && containersFor(unit, wanted, images).length > 0;
}
