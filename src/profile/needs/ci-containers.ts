import { groupedBy } from '../../domain/grouped.ts';
import type { UnitDraft } from '../ecosystem.ts';
import { isTestOf } from '../harvest/before/settings.ts';
import { isTestTask, mayTest } from '../harvest/tests/test-lines.ts';
import { isWithin, nearestFolder } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { azureContainers } from './azure-containers.ts';
import { bitbucketContainers } from './bitbucket-containers.ts';
import type { CiContainer } from './ci-container.ts';
import { circleContainers } from './circle-containers.ts';
import { githubContainers } from './github-containers.ts';
import { gitlabContainers } from './gitlab-containers.ts';
import { startedServers } from './started-servers.ts';
import { travisContainers } from './travis-containers.ts';
import { woodpeckerContainers } from './woodpecker-containers.ts';

/** What a job's commands are to a unit. */
interface Beside {
  /** What runs in the unit's folder. */
  readonly lines: readonly string[];
  /** Whether that runs its tests by a command of its language. */
  readonly isTested: boolean;
  /** Whether its tests may be among that. */
  readonly mayTest: boolean;
  /** Whether a container there may be for the tests of another unit as well. */
  readonly isShared: boolean;
}

/** A container as a unit sees it. */
export type BesideUnit = CiContainer & Beside;

/** The service containers of the repository's own pipelines, those of workflows that changes start first, and the servers that steps of them start. */
export function readCiContainers(snapshot: Snapshot): CiContainer[] {
  return [
    ...githubContainers(snapshot),
    ...woodpeckerContainers(snapshot),
    ...gitlabContainers(snapshot),
    ...circleContainers(snapshot),
    ...azureContainers(snapshot),
    ...bitbucketContainers(snapshot),
    ...travisContainers(snapshot),
    ...startedServers(snapshot),
  ].slice(0, MOST_CONTAINERS);
}

/** Nobody's pipelines have more. */
const MOST_CONTAINERS = 1_000;

/** What each of the containers is to each of the units, in their order; null where it is nothing to one. */
export function besideUnits(
  containers: readonly CiContainer[],
  units: readonly Place[],
): readonly (readonly (BesideUnit | null)[])[] {
  // Containers of one job stand beside the same commands.
  const seen = new Map<CiContainer['runs'], readonly (Beside | null)[]>();
  return containers.map((container) => {
    const { runs } = container;
    const beside = seen.get(runs) ?? seenBy(runs, units);
    seen.set(runs, beside);
    return beside.map((it) => it && { ...container, ...it });
  });
}

type Place = Pick<UnitDraft, 'directory' | 'ecosystem'>;

function seenBy(runs: CiContainer['runs'], units: readonly Place[]): readonly (Beside | null)[] {
  const directories = new Set(units.map(({ directory }) => directory));
  const [only] = directories;
  const owner = (path: string) => nearestFolder(directories, path) ?? (directories.size === 1 ? only : undefined);
  const owned = runs?.map(({ directory, lines }) => ({ directory: owner(directory), lines }));
  const seen = units.map(({ directory, ecosystem }) => {
    const here = owned?.filter((run) => run.directory === directory);
    const lines = here?.flatMap((run) => run.lines) ?? [];
    const isTested = lines.some((line) => isTestOf(ecosystem, line));
    // A task goes down into every folder: what it tests there shows by its driver.
    const fromAbove = owned?.some((run) => isAbove(run.directory, directory) && run.lines.some(isTestTask)) ?? false;
    const isHere = here === undefined ? directory === owner('.') : here.length > 0 || fromAbove;
    return { directory, lines, isTested, isHere, mayTest: isTested || here === undefined || lines.some(mayTest) };
  });
  const testing = seen.filter((unit) => unit.isTested).length;
  const there = groupedBy(seen, ({ directory }) => directory);
  return seen.map(({ directory, isHere, ...unit }) => {
    const others = testing - (unit.isTested ? 1 : 0);
    const isShared = others > 0 || (!unit.isTested && (there.get(directory)?.length ?? 0) > 1);
    return isHere ? { isShared, ...unit } : null;
  });
}

function isAbove(folder: string | undefined, directory: string): boolean {
  return folder !== undefined && folder !== directory && isWithin(folder, directory);
}
