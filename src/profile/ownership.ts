import type { Service, Unit } from '../domain/profile.ts';
import { byCodeUnit } from '../domain/text.ts';
import type { UnitDraft } from './ecosystem.ts';
import { below, isWithin } from './paths.ts';

/** Globs of what concerns a unit: its folder, and what it names outside of it. */
export function ownedByUnit(draft: UnitDraft): string[] {
  const lock = draft.lockfile !== null && !isWithin(draft.directory, draft.lockfile) ? [draft.lockfile] : [];
  return distinct([below(draft.directory), ...draft.alsoOwns, ...lock]);
}

/** Folders of the other units that a draft's dependencies lie in. */
export function dependencyFolders(draft: UnitDraft, drafts: readonly UnitDraft[]): string[] {
  const others = drafts.filter((other) => other !== draft && other.directory !== draft.directory);
  const found = draft.dependsOn.flatMap((path) =>
    others.filter((other) => isWithin(other.directory, path)).map(({ directory }) => directory),
  );
  return distinct(found);
}

/** Globs of a service: of its image, and of the unit whose sources it is made of, dependencies followed. */
export function ownedByService(service: Service, units: readonly Unit[]): string[] {
  const inside = units.filter((unit) => unit.directory !== '.' && isWithin(unit.directory, service.directory));
  return distinct([...service.owns, ...inside.flatMap((unit) => transitive(unit, units, new Set()))]);
}

function transitive(unit: Unit, units: readonly Unit[], seen: Set<string>): readonly string[] {
  if (seen.has(unit.directory)) return [];
  seen.add(unit.directory);
  const below = units.filter(({ directory }) => unit.dependsOn.includes(directory));
  return [...unit.owns, ...below.flatMap((other) => transitive(other, units, seen))];
}

function distinct(globs: readonly string[]): string[] {
  return [...new Set(globs)].sort(byCodeUnit);
}
