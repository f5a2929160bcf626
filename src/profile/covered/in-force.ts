import type { Coverage, CoveredRun } from '../../domain/coverage.ts';
import type { Tree } from '../../domain/tree.ts';
import { WORKFLOWS } from '../needs/ci-containers.ts';
import { takeSnapshot } from '../take-snapshot.ts';
import { coverageOf, type Wanted } from './covered.ts';
import { MAKEFILES } from './tasks.ts';

/** What the head's workflows do, as far as it holds. */
export interface CoverageInForce {
  /** What those at the base do as well; undefined where that is nothing. */
  readonly coverage: Coverage | undefined;
  /** What counts once the change is merged. */
  readonly pending: readonly CoveredRun[];
}

/**
 * A check is left to workflows only if those at the base have it, too: whoever writes a pull request writes its workflows, and one that seems
 * to run a check must not take it out of what is generated. Throws what reading the tree does.
 */
export async function coverageInForce(head: Coverage, base: Tree | null, wanted: Wanted): Promise<CoverageInForce> {
  const trusted = base === null ? undefined : await coverageAt(base, wanted);
  const known = new Set(trusted?.runs.map(keyOf));
  const runs = head.runs.filter((run) => known.has(keyOf(run)));
  return {
    coverage: runs.length > 0 ? { ...head, runs } : undefined,
    pending: head.runs.filter((run) => !known.has(keyOf(run))),
  };
}

async function coverageAt(tree: Tree, wanted: Wanted): Promise<Coverage | undefined> {
  const files = MAKEFILES.map((name) => `**/${name}`);
  return coverageOf((await takeSnapshot(tree, [WORKFLOWS, ...files])).value, wanted);
}

/** What is run on which pull requests, in whatever file and line. */
function keyOf({ by: _, ...run }: CoveredRun): string {
  return JSON.stringify(run);
}
