import type { Coverage, CoveredRun } from '../../domain/coverage.ts';
import type { Tree } from '../../domain/tree.ts';
import { withScripts } from '../called/scripts.ts';
import { WORKFLOWS } from '../ci/automation.ts';
import { matcherOf } from '../reads.ts';
import { takeSnapshot } from '../take-snapshot.ts';
import { RUNNER_FILES, TASK_READS } from '../tasks/files.ts';
import { PROFILE_FILES } from './cargo-profiles.ts';
import { coverageOf, coveringWorkflows, type Wanted } from './covered.ts';
import { DECLARING_FILES } from './own-repository.ts';

/** What the head's workflows do, as far as it holds. */
export interface CoverageInForce {
  /** What those at the base do as well; undefined where that is nothing. */
  readonly coverage: Coverage | undefined;
  /** What counts once the change is merged. */
  readonly pending: readonly CoveredRun[];
}

export interface Compared {
  /** The head, whose coverage it is. */
  readonly tree: Tree;
  /** Null where there is none to trust. */
  readonly base: Tree | null;
  readonly wanted: Wanted;
}

/**
 * A check is left to workflows only if those at the base have it, too: whoever writes a pull request writes its workflows, and one that seems
 * to run a check must not take it out of what is generated. Throws what reading the tree does.
 */
export async function coverageInForce(head: Coverage, { tree, base, wanted }: Compared): Promise<CoverageInForce> {
  if (base !== null && (await haveSameFiles(tree, base, filesOf(head)))) return { coverage: head, pending: [] };
  const trusted = base === null ? undefined : await coverageAt(base, wanted);
  const known = new Set(trusted?.runs.map(keyOf));
  const runs = head.runs.filter((run) => known.has(keyOf(run)));
  return {
    coverage: runs.length + head.conditional.length > 0 ? { ...head, runs } : undefined,
    // Nobody need be told of a task that nobody has asked for.
    pending: head.runs.filter((run) => run.kind !== 'task' && !known.has(keyOf(run))),
  };
}

/** What coverage goes by beside scripts of its own: workflows, the tasks that they start, and what the repository is called, for which conditions ask. */
const FIXED = [WORKFLOWS, RUNNER_FILES, DECLARING_FILES];

async function coverageAt(tree: Tree, wanted: Wanted): Promise<Coverage | undefined> {
  const { value } = await takeSnapshot(tree, [WORKFLOWS, PROFILE_FILES, DECLARING_FILES, ...TASK_READS]);
  return coverageOf(await withScripts(tree, value, coveringWorkflows(value)), wanted);
}

function filesOf({ runs }: Coverage): ReadonlySet<string> {
  return new Set(runs.flatMap(({ through }) => through ?? []));
}

/** Nearly no change is one of workflows: where git names all of these files alike, what holds at the head holds at the base. */
async function haveSameFiles(one: Tree, other: Tree, through: ReadonlySet<string>): Promise<boolean> {
  const isFixed = matcherOf(FIXED);
  const isRead = (path: string) => through.has(path) || isFixed(path);
  const [ours, theirs] = await Promise.all([one, other].map((tree) => idsAt(tree, isRead)));
  if (ours === undefined || theirs === undefined) return false;
  return ours.size === theirs.size && [...ours].every(([path, id]) => theirs.get(path) === id);
}

async function idsAt(tree: Tree, isRead: (path: string) => boolean): Promise<ReadonlyMap<string, string> | undefined> {
  const { entries } = await tree.list();
  return tree.ids?.(entries.map(({ path }) => path).filter(isRead));
}

/** What is run on which pull requests, in whatever file and line. */
function keyOf({ by: _, through: __, ...run }: CoveredRun): string {
  return JSON.stringify(run);
}
