import type { Command, Need } from '../../domain/profile.ts';
import { fromMachine } from '../ci/services.ts';
import type { ComposeService } from '../compose/compose.ts';
import { isCarried } from '../harvest/before/variables.ts';
import { directoryOf } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { withVariables } from '../with-variables.ts';
import { cite, type Word } from '../word.ts';
import { kindOf } from './address.ts';
import { serverOf } from './server-image.ts';
import { loginNames } from './settings/logins.ts';

export interface AddressesInput {
  readonly snapshot: Snapshot;
  /** Compose services that run what the unit makes. */
  readonly own: readonly ComposeService[];
  readonly compose: readonly ComposeService[];
  readonly needs: readonly Need[];
}

/**
 * The test command of a unit with the addresses in front of it by which compose tells the unit's own services where the servers are that
 * its tests need. Only a URL is whole: a host without its user and database is none.
 */
export function withServerAddresses(command: Command, { snapshot, own, compose, needs }: AddressesInput): Command {
  const servers = compose.flatMap((service) => {
    const need = needs.find((it) => isServerOf(it, service));
    return need ? [{ service, need }] : [];
  });
  return own
    .flatMap((service) => addressesOf(service, servers))
    .reduce((it, { name, value, word }) => withVariables(it, [[name, value]], cite(snapshot, word)), command);
}

/** Whether the container beside the tests is made after that service. */
export function isServerOf({ service, because }: Need, { image, build }: ComposeService): boolean {
  const [at] = image?.at ?? [];
  return (
    serverOf(image?.value ?? '')?.service === service &&
    build === null &&
    because.some(({ file, line }) => file === at?.file && line === at.line)
  );
}

interface Address {
  readonly name: string;
  /** As this machine reaches it. */
  readonly value: string;
  readonly word: Word;
}

interface Server {
  readonly service: ComposeService;
  readonly need: Need;
}

function addressesOf({ at, environment }: ComposeService, servers: readonly Server[]): Address[] {
  const beside = servers.filter(({ service }) => directoryOf(service.at.file) === directoryOf(at.file));
  if (beside.length === 0) return [];
  return [...environment].flatMap(([name, word]) => {
    const [value = null] = beside.flatMap((server) => localUrl(word.value, server) ?? []);
    return value !== null && isCarried([name, value]) ? [{ name, value, word }] : [];
  });
}

/** An empty user or password: compose puts nothing for a variable without a value. */
const UNKNOWN = /\/\/[:@]|:@/;

/** The URL of a server with this machine in its place, at the port that stands for the server's; null for anything else. */
function localUrl(value: string, { service, need }: Server): string | null {
  if (UNKNOWN.test(value) || kindOf(value) === undefined) return null;
  const local = fromMachine(new Map([['URL', value]]), [service.name]).get('URL');
  if (local === undefined || local === value) return null;
  const { listens, usual } = loginNames(need) ?? {};
  return listens === usual?.port ? local : local.replace(LOCAL, `localhost:${usual?.port}`);
}

const LOCAL = /\blocalhost(?::\d{1,5})?(?=[/?]|$)/;
