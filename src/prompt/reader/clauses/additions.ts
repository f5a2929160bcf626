import type { System } from '../../../domain/matrix.ts';
import type { ProjectProfile, Unit } from '../../../domain/profile.ts';
import type { Selector } from '../../../domain/request.ts';
import type { Atom } from '../meaning.ts';
import { has, isSaid } from './chunks.ts';
import type { Part } from './clause.ts';
import { toolRunning, unitsOf } from './selectors.ts';

/** `on Windows too`, `also on Node 22`: what some parts say comes beside what is there. A part of nothing else, `…, too`, is about all of them. */
export function isAdded(parts: readonly Part[], own: readonly Part[]): boolean {
  const isBare = ({ atoms }: Part): boolean => has(atoms, 'also') && !atoms.some(isSaid);
  const isThere = ({ atoms }: Part): boolean => atoms.some(({ words }) => /^there too$/i.test(words));
  return (
    own.some(({ atoms }) => has(atoms, 'also') || isJoining(atoms)) ||
    parts.some((part) => isBare(part) || isThere(part))
  );
}

/** `add Windows to the tests`, `add a test run on Windows`. */
function isJoining(atoms: readonly Atom[]): boolean {
  const at = atoms.findIndex(({ words }) => /^(?:add|adds|adding|include)$/i.test(words));
  const next = at < 0 ? undefined : atoms.slice(at + 1).find(isSaid);
  if (next?.meaning.tag === 'check') return next.meaning.check === 'test' && has(atoms, 'system');
  return next !== undefined && /^(?:system|versions|platform)$/.test(next.meaning.tag);
}

/** Linux, where everything runs where nobody says otherwise, and those that are said; null where nothing comes to it. */
export function besideLinux(systems: readonly System[]): readonly System[] | null {
  const more = systems.filter((system) => system !== 'linux');
  return more.length > 0 ? ['linux', ...more] : null;
}

/** The versions that are said beside the one that the repository names for all of some units; null where it names none, or several. */
export function besideKnown(
  said: readonly string[],
  tool: string,
  { targets, profile }: { readonly targets: readonly Selector[]; readonly profile: ProjectProfile },
): readonly string[] | null {
  const units = targets.flatMap((target) => unitsOf(target, profile));
  const own = units.filter(({ ecosystem }) => toolRunning(ecosystem) === tool);
  const known = new Set(own.map((unit) => exactOf(unit, tool)));
  const [only] = known;
  if (known.size !== 1 || !only) return null;
  return said.some((one) => only === one || only.startsWith(`${one}.`)) ? said : [only, ...said];
}

/** The one version of a tool that a unit names; empty where it names a range, or none. */
function exactOf({ version }: Unit, tool: string): string {
  return version?.tool === tool && /^\d+(?:\.\d+){0,2}$/.test(version.value) ? version.value : '';
}
