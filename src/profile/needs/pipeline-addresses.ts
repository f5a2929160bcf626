import { isHostPort } from '../../domain/container.ts';
import { type Setting, variablesOf } from '../../domain/in-front.ts';
import type { Command, Need } from '../../domain/profile.ts';
import type { UnitDraft } from '../ecosystem.ts';
import { isTestOf } from '../harvest/before/settings.ts';
import { isCarried } from '../harvest/before/variables.ts';
import { callsIn, type PipelineCall } from '../harvest/calls.ts';
import { isTestTask, mayTest } from '../harvest/tests/test-lines.ts';
import { ancestors } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { withVariables } from '../with-variables.ts';
import { isLocal, kindOf } from './address.ts';
import { isAlike } from './kinds.ts';
import { loginNames } from './settings/logins.ts';

export interface PipelineAddressesInput {
  readonly snapshot: Snapshot;
  readonly draft: Pick<UnitDraft, 'directory' | 'ecosystem'>;
  readonly needs: readonly Need[];
}

/**
 * The test command of a unit with the addresses in front of it by which a pipeline tells the tests where the containers beside them are: in
 * the unit's folder, or above it by a task, which may go down into every folder. What the first job says nothing of, which has another
 * container beside it, another job may say.
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
  let told = command;
  let open = needs;
  for (const call of [...here, ...above]) {
    const addresses = addressesOf(call, open);
    if (addresses.length === 0) continue;
    told = withVariables(told, addresses, call.because);
    const environment = new Map(variablesOf(told.run));
    open = open.filter((need) => !isAddressed(need, environment));
  }
  return told;
}

/** Whether these variables tell already where a server is, in one or by its port. */
function isAddressed(need: Need, environment: PipelineCall['environment']): boolean {
  const port = loginNames(need)?.usual.port;
  const hasPort = [...environment].some(([name, value]) => name.endsWith('PORT') && value === port);
  return hasPort || addressesOf({ hasContainers: true, environment }, [need]).length > 0;
}

function addressesOf(
  { hasContainers, environment }: Pick<PipelineCall, 'hasContainers' | 'environment'>,
  needs: readonly Need[],
) {
  if (!hasContainers) return [];
  const ports = needs.flatMap(({ container }) => container?.ports ?? []);
  return [...environment].filter(
    (entry) =>
      isCarried(entry) &&
      (isServerOf(entry[1], needs) || isAtPort(entry[1], ports) || isHalf(entry, environment, ports)),
  );
}

/** Whether a value is the address on this machine of a server of one of these kinds. */
function isServerOf(value: string, needs: readonly Need[]): boolean {
  const kind = isLocal(value) ? kindOf(value) : undefined;
  return kind !== undefined && needs.some((need) => isAlike(need.service, kind.service));
}

/** `http://localhost:8200/v1`, `127.0.0.1:1025`. */
const HERE = /^(?:[\w+]{1,20}:\/\/)?(?:localhost|127\.0\.0\.1):(\d{1,5})(?:[/?]\S*)?$/;

/** Whether a value is the address of what this machine publishes at one of these ports. */
function isAtPort(value: string, ports: readonly string[]): boolean {
  const [, port] = HERE.exec(value) ?? [];
  return port !== undefined && isHostPort(ports, port);
}

const PART = /^(\w{0,50}?)_?(HOST|HOSTNAME|SERVER|ADDR|ADDRESS|PORT)$/;

/** Whether two variables tell such an address together, and this is one of them: `SMTP_HOST`, `SMTP_PORT`. */
function isHalf([name]: Setting, environment: PipelineCall['environment'], ports: readonly string[]): boolean {
  const [, prefix] = PART.exec(name) ?? [];
  if (prefix === undefined) return false;
  const halves = [...environment].filter(([other]) => PART.exec(other)?.[1] === prefix);
  const isHere = halves.some(([, value]) => value === 'localhost' || value === '127.0.0.1');
  return isHere && halves.some(([other, value]) => other.endsWith('PORT') && isHostPort(ports, value));
}
