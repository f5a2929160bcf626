import { isWithin } from '../domain/folders.ts';
import { globMatcher } from '../domain/glob/globs.ts';
import type { ProjectProfile, Service, Unit } from '../domain/profile.ts';
import type { Intent, IntentOf, Selector } from '../domain/request.ts';

/** How much of a unit or service a selector speaks of: a part of it cannot be switched off or moved, only added to. */
export type Reach = 'whole' | 'part' | 'none';

/** What is wished of what a repository is. */
export interface Wishes {
  readonly intents: readonly Intent[];
  readonly profile: ProjectProfile;
}

/** The same, and which of the intents somebody asked for: the others say what the repository shows by itself. */
export interface MarkedWishes extends Wishes {
  readonly asked: ReadonlySet<Intent>;
}

type Place = Pick<ProjectProfile, 'units' | 'services'>;
type Selective = Extract<Intent, { for: Selector }>;

/** What a selector means for a unit. A service or folder inside of it belongs to the innermost unit around it. */
export function reachOfUnit(selector: Selector, unit: Unit, { units, services }: Place): Reach {
  if ('all' in selector) return 'whole';
  if ('ecosystem' in selector) return unit.ecosystem === selector.ecosystem ? 'whole' : 'none';
  if ('path' in selector) return reachOfPath(selector.path, unit, units);
  const named = services.filter(({ name }) => name === selector.service);
  if (named.some(({ directory }) => directory === unit.directory)) return 'whole';
  return named.some(({ directory }) => isInnermost(unit, directory, units)) ? 'part' : 'none';
}

/** Whether a selector speaks of a service's image. */
export function reachesService(selector: Selector, service: Service, { units }: Place): boolean {
  if ('all' in selector) return true;
  if ('service' in selector) return service.name === selector.service;
  if ('path' in selector) return matchesDirectory(selector.path, service.directory);
  return units.some((unit) => unit.ecosystem === selector.ecosystem && isInnermost(unit, service.directory, units));
}

/** Whether what stands in a folder can be meant: the folder itself, or that of a unit or service that is. */
export function reachesFolder(selector: Selector, directory: string, { units, services }: Place): boolean {
  if ('all' in selector) return true;
  if ('path' in selector) return matchesDirectory(selector.path, directory);
  if ('service' in selector)
    return services.some((service) => service.name === selector.service && service.directory === directory);
  return units.some((unit) => unit.ecosystem === selector.ecosystem && unit.directory === directory);
}

/** The intents of a kind that cover something, wide before narrow: the last one that says a thing is right about it. */
export function covering<K extends Selective['kind']>(
  intents: readonly Intent[],
  kind: K,
  covers: (selector: Selector) => boolean,
): IntentOf<K>[] {
  return intents
    .filter((intent): intent is IntentOf<K> => intent.kind === kind)
    .flatMap((intent) => {
      const selector = selectorOf(intent);
      return selector && covers(selector) ? [{ intent, width: narrowness(selector) }] : [];
    })
    .sort((a, b) => a.width - b.width)
    .map(({ intent }) => intent);
}

/**
 * The service containers that are wanted beside a unit, wide before narrow. A path cannot tell the units of one folder apart: what one of
 * them is known to need is not for another that is not.
 */
export function servicesFor(unit: Unit, intents: readonly Intent[], profile: Place): IntentOf<'service'>[] {
  const wanted = covering(intents, 'service', (selector) => reachOfUnit(selector, unit, profile) !== 'none');
  const needs = ({ needs: shown }: Unit, service: string) => shown.some((need) => need.service === service);
  const beside = profile.units.filter((other) => other !== unit && other.directory === unit.directory);
  return wanted.filter(
    ({ for: selector, service }) =>
      !('path' in selector) || needs(unit, service) || !beside.some((other) => needs(other, service)),
  );
}

function selectorOf(intent: Intent): Selector | null {
  return 'for' in intent ? intent.for : null;
}

/** Path, then service, ecosystem, all; of two paths the one with more folders before its first wildcard. (docs/requests.md) */
function narrowness(selector: Selector): number {
  if ('all' in selector) return 0;
  if ('ecosystem' in selector) return 1;
  if ('service' in selector) return 2;
  return 3 + depth(folderOf(selector.path));
}

/** Where it names units as wholes, the unit around them is not meant. */
function reachOfPath(glob: string, unit: Unit, units: readonly Unit[]): Reach {
  if (matchesDirectory(glob, unit.directory)) return 'whole';
  if (units.some(({ directory }) => matchesDirectory(glob, directory))) return 'none';
  const folder = folderOf(glob);
  return folder !== '' && isInnermost(unit, folder, units) ? 'part' : 'none';
}

/** `cart/**`, `cart/` and `cart` speak of the folder `cart`; `**` of everything. */
function matchesDirectory(path: string, directory: string): boolean {
  const glob = tidy(path);
  if (glob === directory || glob === '**') return true;
  return isPattern(glob) && (globMatcher(withFolder(glob))(directory) || glob === `${directory}/**`);
}

/** What is below a folder is named by `**` together with the folder itself. */
function withFolder(glob: string): string[] {
  return glob.endsWith('/**') ? [glob, glob.slice(0, -'/**'.length)] : [glob];
}

/** The folders that a glob names before its first wildcard; empty where it begins with one. */
function folderOf(path: string): string {
  const steps = tidy(path).split('/');
  const end = steps.findIndex(isPattern);
  return (end === -1 ? steps : steps.slice(0, end)).join('/');
}

function tidy(path: string): string {
  const short = path.replace(/^(\.\/)+/, '').replace(/\/+$/, '');
  return short === '' ? '.' : short;
}

function isPattern(text: string): boolean {
  return /[*?{]|\[.*\]/.test(text);
}

function isInnermost(unit: Unit, directory: string, units: readonly Unit[]): boolean {
  const around = units.filter((other) => isWithin(other.directory, directory));
  return around.includes(unit) && around.every((other) => depth(other.directory) <= depth(unit.directory));
}

function depth(directory: string): number {
  return directory === '.' || directory === '' ? 0 : directory.split('/').length;
}
