import intersects from 'semver/ranges/intersects.js';
import type { ProjectProfile, Unit } from '../../domain/profile.ts';
import type { Intent, Selector } from '../../domain/request.ts';
import { covering, reachOfUnit } from '../select.ts';
import { matrixFor } from './matrix.ts';

/** Versions of a matrix with which the manifest of a unit refuses to work. */
export interface OutOfRange {
  readonly unit: Unit & { readonly allows: NonNullable<Unit['allows']> };
  readonly versions: readonly string[];
}

/** Units whose matrix has versions that their own manifest excludes. */
export function outOfRange(intents: readonly Intent[], profile: ProjectProfile): OutOfRange[] {
  return profile.units.flatMap((unit): OutOfRange[] => {
    const { allows, commands } = unit;
    if (allows === undefined || commands.test.length + commands.build.length === 0) return [];
    const isMeant = (selector: Selector) => reachOfUnit(selector, unit, profile) === 'whole';
    const wanted = matrixFor(unit, covering(intents, 'matrix', isMeant), { hasContainers: false })?.versions;
    const versions =
      wanted?.tool === allows.tool ? wanted.values.filter((value) => isExcluded(value, allows.range)) : [];
    return versions.length === 0 ? [] : [{ unit: { ...unit, allows }, versions }];
  });
}

/** `1.24` is any release of 1.24. What names a channel or a range may be anything. */
const PLAIN = /^v?\d{1,5}(?:\.(?:\d{1,5}|x)){0,2}$/;

function isExcluded(version: string, range: string): boolean {
  return PLAIN.test(version) && !intersects(version, range);
}
