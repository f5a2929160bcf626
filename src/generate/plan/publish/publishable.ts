import type { Package, Unit } from '../../../domain/profile.ts';

/** A package that can be published, and the unit that makes it. */
export interface Publishable {
  readonly package: Package;
  readonly unit: Unit;
}
