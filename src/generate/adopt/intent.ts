import type { Evidence } from '../../domain/evidence.ts';
import type { ExistingJob, UnitPlace } from '../../domain/existing.ts';
import type { ProjectProfile, Unit } from '../../domain/profile.ts';
import type { Intent, Selector } from '../../domain/request.ts';

/** An intent with the line that it comes from, or, without one, what there is that no intent can say. */
export interface AdoptedIntent {
  readonly intent: Intent | null;
  /** Null for what no workflow does. */
  readonly at: Evidence | null;
  /** Words behind the line. */
  readonly note?: string | undefined;
}

/** Whether a check of a workflow is of that unit. */
export function isOf(unit: Unit, { directory, ecosystem }: UnitPlace): boolean {
  return unit.directory === directory && unit.ecosystem === ecosystem;
}

/** The units that a job checks. */
export function unitsOf({ checks }: ExistingJob, { units }: ProjectProfile): Unit[] {
  return units.filter((unit) => checks.some((check) => isOf(unit, check.unit)));
}

/** What means exactly these units, as few as can be: all, a language, or a folder; none for two of one language in one folder. */
export function selectorsFor(chosen: readonly Unit[], among: readonly Unit[], { units }: ProjectProfile): Selector[] {
  if (chosen.length > 0 && chosen.length === among.length) return [{ all: true }];
  return chosen.flatMap((unit): Selector[] => {
    const isAlone = units.every((other) => other === unit || other.directory !== unit.directory);
    const isOnly = units.every((other) => other === unit || other.ecosystem !== unit.ecosystem);
    if (isAlone) return [{ path: unit.directory }];
    return isOnly ? [{ ecosystem: unit.ecosystem }] : [];
  });
}
