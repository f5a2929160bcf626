import type { Need } from '../../domain/profile.ts';
import type { ComposeService } from '../compose/compose.ts';
import type { UnitDraft } from '../ecosystem.ts';
import { isWithin } from '../paths.ts';
import type { FoundService } from '../services/services.ts';
import type { Snapshot } from '../snapshot.ts';
import { type CiContainer, containersOfUnit } from './ci-containers.ts';
import { clusterNeed } from './cluster.ts';
import { findNeeds } from './needs.ts';

export interface UnitNeedsInput {
  readonly snapshot: Snapshot;
  readonly drafts: readonly UnitDraft[];
  readonly compose: readonly ComposeService[];
  readonly services: readonly FoundService[];
  readonly containers: readonly CiContainer[];
}

/** The needs of each unit, in their order. */
export function unitNeeds({ snapshot, drafts, compose, services, containers }: UnitNeedsInput): Need[][] {
  const directories = [...new Set(drafts.map(({ directory }) => directory))];
  return drafts.map((draft) => {
    const own = services.filter(({ service }) => unitsOf(service.directory, directories).includes(draft.directory));
    const beside = findNeeds({
      snapshot,
      draft,
      own: own.flatMap((it) => it.compose ?? []),
      compose,
      containers: containersOfUnit(containers, draft.directory, directories),
    });
    return [...beside, ...clusterNeed(draft)];
  });
}

/** The nearest unit around a service; where there is none, those inside of it. */
function unitsOf(directory: string, directories: readonly string[]): string[] {
  const around = directories.filter((it) => isWithin(it, directory));
  const [nearest] = around.sort((a, b) => b.length - a.length);
  return nearest === undefined ? directories.filter((it) => isWithin(directory, it)) : [nearest];
}
