import { KINDS, type Kind } from './kinds.ts';
import type { Part } from './settings/server-settings.ts';

/** The parts of a server's address; what it does not say is null. */
export interface Address extends Readonly<Record<Part, string | null>> {
  /** What stands before `://`, with the `jdbc:` and the driver that it may have. */
  readonly scheme: string;
  /** What stands behind `?`, with it. */
  readonly query: string;
}

const SCHEME = /^(?:jdbc:)?(\w{1,20})(?:\+\w{1,20})?:\/\//;

/** The kind of server that an address is of, by its scheme; undefined for all that is no server's address. */
export function kindOf(written: string): Kind | undefined {
  const scheme = SCHEME.exec(written)?.[1];
  return scheme === undefined ? undefined : KINDS.find((kind) => kind.scheme.test(scheme));
}

/** `scheme://user:password@host:port/database?query`, with `jdbc:` before it or without. */
const ADDRESS =
  /^((?:jdbc:)?[\w+]{1,30}):\/\/(?:([^\s:@/?]{0,100})(?::([^\s@/?]{0,100}))?@)?([\w.-]{0,100})(?::(\d{1,5}))?(?:\/([\w.-]{0,100}))?(\?\S{0,500})?$/;

/** By what an address asks for TLS. */
const ENCRYPTED = /^(?:rediss|amqps):|[?&](?:sslmode=(?:require|verify)|(?:use)?ssl=true|tls=true)/i;

/** The parts of such an address; null where it is none, where a variable is left in it, or where it asks for TLS, which no container speaks. */
export function readAddress(written: string): Address | null {
  const found = ADDRESS.exec(written);
  if (!found || ENCRYPTED.test(written)) return null;
  const [, scheme = '', user, password, host, port, database, query = ''] = found;
  const plain = (text: string | undefined) => (text === undefined || text === '' ? null : decoded(text));
  return {
    scheme,
    user: plain(user),
    password: plain(password),
    host: plain(host),
    port: plain(port),
    database: plain(database),
    query,
  };
}

/** What is no code of a character stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A server, with its address. */
export interface AddressedServer extends Address {
  /** The kind of server. */
  readonly service: string;
}

/** The server whose address this is; null for anything else. */
export function addressedServer(written: string): AddressedServer | null {
  const [kind, address] = [kindOf(written), readAddress(written)];
  return kind && address ? { service: kind.service, ...address } : null;
}

const LOCAL = /^[^/]{1,40}:\/\/(?:[^\s@/]{0,200}@)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?=[:/?]|$)/;

/** Whether an address, of whatever further parts, is one on this machine. */
export function isLocal(written: string): boolean {
  return LOCAL.test(written);
}

export interface Written {
  readonly scheme: string;
  /** The address that this one stands in for. */
  readonly address: Address | null;
  readonly values: Readonly<Record<Part, string>>;
}

/** An address by its parts. Those of Java hold no login: it stands beside them. */
export function writeAddress({ scheme, address, values }: Written): string {
  const { host, port, database } = values;
  const login = scheme.startsWith('jdbc:') || values.user === '' ? '' : `${loginOf(values)}@`;
  const path = database === '' ? '' : `/${encodeURIComponent(database)}`;
  return `${scheme}://${login}${host}:${port}${path}${address?.query ?? ''}`;
}

function loginOf({ user, password }: Written['values']): string {
  const secret = password === '' ? '' : `:${encodeURIComponent(password)}`;
  return `${encodeURIComponent(user)}${secret}`;
}
