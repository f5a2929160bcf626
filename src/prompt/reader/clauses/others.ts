import type { ProjectProfile, Unit } from '../../../domain/profile.ts';
import type { Selector } from '../../../domain/request.ts';
import { type Family, families } from '../families.ts';
import { FILLER } from '../meaning.ts';
import { has } from './chunks.ts';
import { atomsOf, type Clause } from './clause.ts';
import { unitsOf } from './selectors.ts';

/** What nobody has before somebody asks for it, so that whoever is left out is not spoken of. */
const ASKED: readonly Family[] = ['matrix', 'database', 'timeout', 'runner', 'chart', 'deploy', 'publish'];
const OF_SERVICES: readonly Family[] = ['chart', 'deploy'];

/** `give everything except ledger 10 minutes`: each of the others, by its name. Checks and images are said to be off for whom they leave out. */
export function withOthers(clause: Clause, profile: ProjectProfile): Clause {
  const atoms = atomsOf(clause);
  const own = families(atoms).filter((family) => family !== 'check' || !has(atoms, 'system', 'versions'));
  const isAsked = own.length > 0 && own.every((family) => ASKED.includes(family));
  // `test everything except web on macOS`: who is left out stays on Linux.
  const isSpared =
    has(atoms, 'system') &&
    !has(atoms, 'versions', 'also') &&
    !atoms.some(({ meaning }) => meaning.tag === 'system' && meaning.system === 'linux');
  const isOfAll = clause.except.length > 0 && clause.selectors.every((one) => 'all' in one);
  const isTurned = clause.parts.some(({ isNegated }) => isNegated);
  if (!isOfAll || !isAsked || isSpared || isTurned) return clause;
  const out = clause.except.flatMap((one) => unitsOf(one, profile));
  const isService = own.every((family) => OF_SERVICES.includes(family));
  const selectors = profile.units
    .filter((unit) => !out.includes(unit))
    .map((unit) => selectorOf(unit, profile))
    .filter((one) => !isService || 'service' in one);
  if (out.length === 0 || selectors.length === 0) return clause;
  const parts = clause.parts.map((part) => ({
    ...part,
    atoms: part.atoms.map((atom) => (atom.meaning.tag === 'except' ? { ...atom, meaning: FILLER } : atom)),
  }));
  return { ...clause, parts, selectors, except: [] };
}

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
