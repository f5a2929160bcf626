import type { NeedContainer } from '../../domain/container.ts';
import type { Need } from '../../domain/profile.ts';
import { fromMachine } from '../ci/services.ts';
import type { FoundNeed } from './found-need.ts';

/** What Docker takes for a name. */
const NAME = /^[a-zA-Z0-9][\w.-]{0,62}$/;

/**
 * Containers with the names by which they are told of each other: `kafka` that asks `zookeeper:2181`. On the network of a job each has the
 * name that its kind has, and its own beside it where that is another one. (docs.github.com, "About service containers")
 */
export function withAliases(found: readonly FoundNeed[]): FoundNeed[] {
  const told = found.flatMap(({ need: { environment, container } }) => [
    ...Object.entries(environment),
    ['', container?.entrypoint ?? ''] as const,
    ['', container?.command ?? ''] as const,
  ]);
  return found.map((one) => {
    const { need, name } = one;
    const isOther = name !== null && !hasName(need, name) && NAME.test(name);
    return isOther && told.some((entry) => isAddressed(name, entry)) ? { ...one, need: withAlias(need, name) } : one;
  });
}

function hasName({ service, container }: Need, name: string): boolean {
  return name === service || (container?.options ?? []).some(([, value]) => value === name);
}

/** Whether a value has a container of that name for a host: an address, or a list of them. */
function isAddressed(name: string, [key, value]: readonly [string, string]): boolean {
  return value.split(/[\s,;"'=]+/).some((part) => fromMachine(new Map([[key, part]]), [name]).get(key) !== part);
}

function withAlias(need: Need, name: string): Need {
  const { container = NOT_SAID } = need;
  return { ...need, container: { ...container, options: [...container.options, ['--network-alias', name]] } };
}

const NOT_SAID: NeedContainer = { image: null, ports: [], options: [], entrypoint: null, command: null };
