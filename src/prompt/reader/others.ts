import type { ProjectProfile, Unit } from '../../domain/profile.ts';
import type { Selector } from '../../domain/request.ts';
import { unitsOf } from './selectors.ts';

/**
 * Everything but some, each by its name, for a check that no unit has before somebody asks for it: so nothing is taken away. Null where one of
 * those that are left out has it, or nothing is left.
 */
export function othersThan(
  except: readonly Selector[],
  check: string,
  profile: ProjectProfile,
): readonly Selector[] | null {
  const out = except.flatMap((one) => unitsOf(one, profile));
  const isThere = out.some(({ commands }) => commands.lint.some((command) => command.check === check));
  const others = profile.units.filter((unit) => !out.includes(unit));
  return isThere || out.length === 0 || others.length === 0 ? null : others.map((unit) => selectorOf(unit, profile));
}

/** A unit by the service that lies where it does, or by its folder. */
export function selectorOf({ directory }: Pick<Unit, 'directory'>, { services }: ProjectProfile): Selector {
  const own = services.filter((service) => service.directory === directory);
  if (own.length === 1 && own[0]) return { service: own[0].name };
  return directory === '.' ? { all: true } : { path: `${directory}/**` };
}
