import type { Command, Need } from '../../domain/profile.ts';
import type { UnitDraft } from '../ecosystem.ts';
import { callsIn, type PipelineCall } from '../harvest/calls.ts';
import { isTestOf } from '../harvest/settings.ts';
import { isTestTask, mayTest } from '../harvest/test-lines.ts';
import { isCarried } from '../harvest/variables.ts';
import { ancestors } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { withVariables } from '../with-variables.ts';
import { isLocal, kindOf } from './address.ts';
import { isAlike } from './kinds.ts';

export interface PipelineAddressesInput {
  readonly snapshot: Snapshot;
  readonly draft: Pick<UnitDraft, 'directory' | 'ecosystem'>;
  readonly needs: readonly Need[];
}

/**
 * The test command of a unit with the addresses in front of it by which a pipeline tells the tests where the containers beside them are: in
 * the unit's folder, or above it by a task, which may go down into every folder.
 */
export function withPipelineAddresses(
  command: Command,
  { snapshot, draft: { directory, ecosystem }, needs }: PipelineAddressesInput,
): Command {
  if (needs.length === 0) return command;
  const here = callsIn(snapshot, directory).filter(({ run }) => isTestOf(ecosystem, run) || mayTest(run));
  const above = ancestors(directory)
    .filter((folder) => folder !== directory)
    .flatMap((folder) => callsIn(snapshot, folder).filter(({ run }) => isTestTask(run)));
  for (const call of [...here, ...above]) {
    const addresses = addressesOf(call, needs);
    if (addresses.length > 0) return withVariables(command, addresses, call.because);
  }
  return command;
}

function addressesOf({ hasContainers, environment }: PipelineCall, needs: readonly Need[]) {
  if (!hasContainers) return [];
  return [...environment].filter(([name, value]) => {
    const kind = isLocal(value) ? kindOf(value) : undefined;
    return kind !== undefined && needs.some((need) => isAlike(need.service, kind.service)) && isCarried([name, value]);
  });
}
