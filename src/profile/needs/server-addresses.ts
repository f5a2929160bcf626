import type { Command, Need } from '../../domain/profile.ts';
import { fromMachine } from '../ci/services.ts';
import type { ComposeService } from '../compose/compose.ts';
import { isCarried } from '../harvest/variables.ts';
import { directoryOf } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { withVariables } from '../with-variables.ts';
import { cite, type Word } from '../word.ts';
import { KINDS } from './kinds.ts';
import { serverOf } from './server-image.ts';

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
  const servers = compose.filter((service) => needs.some((need) => isServerOf(need, service)));
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

function addressesOf({ at, environment }: ComposeService, servers: readonly ComposeService[]): Address[] {
  const hosts = servers
    .filter((server) => directoryOf(server.at.file) === directoryOf(at.file))
    .map(({ name }) => name);
  if (hosts.length === 0) return [];
  return [...environment].flatMap(([name, word]) => {
    const value = localUrl(word.value, hosts);
    return value !== null && isCarried([name, value]) ? [{ name, value, word }] : [];
  });
}

/** An empty user or password: compose puts nothing for a variable without a value. */
const UNKNOWN = /\/\/[:@]|:@/;

/** The URL of one of these hosts with this machine in its place; null for anything else. */
function localUrl(value: string, hosts: readonly string[]): string | null {
  const [, scheme] = /^(?:jdbc:)?(\w{1,20})(?:\+\w{1,20})?:\/\//.exec(value) ?? [];
  if (UNKNOWN.test(value) || scheme === undefined || !KINDS.some((kind) => kind.scheme.test(scheme))) return null;
  const local = fromMachine(new Map([['URL', value]]), { hosts, ports: new Map() }).get('URL');
  return local === undefined || local === value ? null : local;
}
