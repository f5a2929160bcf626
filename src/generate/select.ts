import picomatch from 'picomatch';
import type { Service, Unit } from '../domain/profile.ts';
import type { Intent, IntentOf, Selector } from '../domain/request.ts';

/** Wide to narrow: a narrower selector wins for what it covers. */
const WIDTH = ['all', 'ecosystem', 'service', 'path'] as const;

function widthOf(selector: Selector): number {
  return WIDTH.findIndex((name) => name in selector);
}

/** Whether a selector speaks of a unit. `services` are those that the repository builds. */
export function selectsUnit(selector: Selector, unit: Unit, services: readonly Service[]): boolean {
  if ('all' in selector) return true;
  if ('ecosystem' in selector) return unit.ecosystem === selector.ecosystem;
  if ('path' in selector) return coversDirectory(selector.path, unit.directory);
  return services.some(({ name, directory }) => name === selector.service && isAround(unit.directory, directory));
}

/** Whether a selector speaks of a service's image. */
export function selectsService(selector: Selector, service: Service, units: readonly Unit[]): boolean {
  if ('all' in selector) return true;
  if ('service' in selector) return service.name === selector.service;
  if ('path' in selector) return coversDirectory(selector.path, service.directory);
  return units.some((unit) => unit.ecosystem === selector.ecosystem && isAround(unit.directory, service.directory));
}

/** The intents of a kind that cover something, wide before narrow: the last one that says a thing is right about it. */
export function covering<K extends Intent['kind']>(
  intents: readonly Intent[],
  kind: K,
  covers: (selector: Selector) => boolean,
): IntentOf<K>[] {
  const own = intents.filter((intent): intent is IntentOf<K> => intent.kind === kind);
  return own
    .filter((intent) => 'for' in intent && covers(intent.for))
    .sort((a, b) => ('for' in a && 'for' in b ? widthOf(a.for) - widthOf(b.for) : 0));
}

function isAround(outer: string, inner: string): boolean {
  return outer === '.' || inner === outer || inner.startsWith(`${outer}/`);
}

/** `cart/**`, `cart` and `cart/internal/**` all speak of the unit in `cart`. */
function coversDirectory(glob: string, directory: string): boolean {
  const folder = glob.replace(/\/?\*.*$/, '');
  return (
    picomatch.isMatch(directory, glob, { dot: true }) ||
    directory === folder ||
    (directory !== '.' && folder.startsWith(`${directory}/`)) ||
    folder === ''
  );
}
