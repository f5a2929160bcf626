import type { Command, Unit } from '../../../domain/profile.ts';
import type { Check } from '../../../domain/request.ts';
import { usualAudit } from './audits.ts';
import { usualCoverage } from './coverage.ts';
import { usualLinter } from './linters.ts';

export interface UsualWish {
  readonly check: Check;
  /** Null for whichever is usual. */
  readonly tool: string | null;
  /** The least that must be covered, in per cent; null where any is enough. */
  readonly threshold: number | null;
}

/**
 * The usual way to a check that somebody asked for and that the repository shows no command for; null where there is none that runs without
 * being set up first. Nobody gets one who did not ask.
 */
export function usualCommands(unit: Unit, wish: UsualWish): readonly Command[] | null {
  const runs = runsFor(unit, wish);
  return runs?.map((run) => ({ run, directory: unit.directory, because: [] })) ?? null;
}

function runsFor(unit: Unit, { check, tool, threshold }: UsualWish): readonly string[] | null {
  switch (check) {
    case 'audit':
      return usualAudit(unit, tool);
    case 'coverage':
      return tool === null ? (usualCoverage(unit, threshold) ?? usualCoverage(unit, null)) : null;
    case 'lint':
    case 'format':
      return tool === null ? null : usualLinter(unit, check, tool);
    case 'typecheck':
    case 'test':
    case 'build':
    case 'secret-scan':
      return null;
  }
}
