import { compilesPackages } from '../../domain/compiles.ts';
import { groupedBy } from '../../domain/grouped.ts';
import type { Command, Commands, Need, ProfileWarning } from '../../domain/profile.ts';
import type { ComposeService } from '../compose/compose.ts';
import type { UnitDraft } from '../ecosystem.ts';
import { isWithin, nearestFolder } from '../paths.ts';
import type { FoundService } from '../services/services.ts';
import type { Snapshot } from '../snapshot.ts';
import { runsAllAlone, runsAlone } from './alone.ts';
import { lostOf } from './carried.ts';
import type { CiContainer } from './ci-container.ts';
import { besideUnits } from './ci-containers.ts';
import { clusterNeed } from './cluster.ts';
import { withCompiledQueries } from './compiled-queries.ts';
import { withDatabaseNames } from './database-name.ts';
import type { FoundNeed } from './found-need.ts';
import { findNeeds, serversIn } from './needs.ts';
import { withOpenLogins } from './open-login.ts';
import { startsOwnServers } from './own-servers.ts';
import { withPipelineAddresses } from './pipeline-addresses.ts';
import { withServerAddresses } from './server-addresses.ts';
import { withServiceSettings } from './service-settings.ts';
import { serverSettings } from './settings/frameworks.ts';
import { furtherDatabases } from './settings/further-databases.ts';
import { toldWhere } from './settings/logged-in.ts';
import { withoutUsual } from './usual.ts';

export interface UnitNeedsInput {
  readonly snapshot: Snapshot;
  readonly drafts: readonly UnitDraft[];
  readonly compose: readonly ComposeService[];
  readonly services: readonly FoundService[];
  readonly containers: readonly CiContainer[];
}

/** What stands beside a unit's tests, and its commands as they run there. */
export interface UnitNeeds {
  readonly needs: readonly Need[];
  readonly commands: Commands;
  /** What of a pipeline's container is in none of these. */
  readonly warnings: readonly ProfileWarning[];
}

/** The needs of each unit, in their order. */
export function unitNeeds({ snapshot, drafts, compose, services, containers }: UnitNeedsInput): UnitNeeds[] {
  const directories = new Set(drafts.map(({ directory }) => directory));
  const runners = runnersByUnit(services, directories);
  const servers = serversIn(compose);
  const beside = besideUnits(containers, drafts);
  return drafts.map((draft, index) => {
    const own = (runners.get(draft.directory) ?? []).map((runner) => runner.compose);
    const isAlone = draft.commands.test.length > 0 && runsAlone({ snapshot, draft });
    const here = isAlone && runsAllAlone({ snapshot, draft }) ? [] : beside.flatMap((units) => units[index] ?? []);
    const settings = serverSettings({ snapshot, draft });
    const startsOwn = startsOwnServers({ snapshot, draft });
    const found = findNeeds({ snapshot, draft, own, servers, containers: here, isAlone, startsOwn, settings });
    const needs = found.map(({ need }) => need);
    const told = (command: Command) => {
      const addressed = withPipelineAddresses(command, { snapshot, draft, needs });
      const served = withServerAddresses(addressed, { snapshot, own, compose, needs });
      const set = withServiceSettings(served, { snapshot, draft, compose, needs });
      return toldWhere(set, { snapshot, needs: found, settings });
    };
    // What is compiled before asks no server.
    const last = draft.commands.test.at(-1);
    const test = draft.commands.test.map((it) => (it !== last && compilesPackages(it.run) ? it : told(it)));
    const made = furtherDatabases({ snapshot, draft, needs: found, settings });
    const compiled = withCompiledQueries({
      snapshot,
      draft,
      needs: withOpenLogins(withDatabaseNames(needs, test), test),
      test: [...made, ...test],
      settings,
    });
    return {
      needs: [...compiled.needs.map(withoutUsual), ...clusterNeed(draft)],
      commands: compiled.commands,
      warnings: found.flatMap(warningsOf),
    };
  });
}

function warningsOf({ need, from }: FoundNeed): ProfileWarning[] {
  const lost = from ? lostOf(from) : [];
  return lost.map(({ what, at }) => ({ ...at, message: `the container ${need.service} is made without ${what}.` }));
}

interface Runner {
  readonly unit: string;
  readonly compose: ComposeService;
}

/** The compose services that run what a unit makes, by the unit's folder. */
function runnersByUnit(
  services: readonly FoundService[],
  directories: ReadonlySet<string>,
): ReadonlyMap<string, readonly Runner[]> {
  const runners = services.flatMap(({ service, compose }) =>
    compose ? unitsOf(service.directory, directories).map((unit) => ({ unit, compose })) : [],
  );
  return groupedBy(runners, ({ unit }) => unit);
}

/** The nearest unit around a service; where there is none, those inside of it. */
function unitsOf(directory: string, directories: ReadonlySet<string>): string[] {
  const nearest = nearestFolder(directories, directory);
  return nearest === null ? [...directories].filter((it) => isWithin(directory, it)) : [nearest];
}
