import type { Setting } from '../../../domain/in-front.ts';
import { type Address, readAddress, writeAddress } from '../address.ts';
import { type LoginNames, loginNames, type ReachedNeed } from './logins.ts';
import type { Field, Part, ServerSettings } from './server-settings.ts';

/** How a container and the tests beside it come together. */
export interface Reached {
  /** What the container is told beside, or in place of, what it is told already. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the tests are told. */
  readonly variables: readonly Setting[];
  /** The port of this machine that they ask, and that of the container. */
  readonly port: { readonly asked: string; readonly listens: string };
}

type Values = Readonly<Record<Part, string>>;

const PARTS: readonly Part[] = ['host', 'port', 'user', 'password', 'database'];

/**
 * The container's login as the settings have it, where they write it out, and the variables that they read as the container has it.
 * `container` is what it is told already. Null where the settings name a server that is not on this machine.
 */
export function reach(settings: ServerSettings, container: ReachedNeed): Reached | null {
  const names = loginNames(container);
  const address = settings.url?.value == null ? null : readAddress(settings.url.value);
  if (!names || (settings.url?.value != null && address === null)) return null;
  const fields = Object.fromEntries(PARTS.map((part) => [part, fieldOf(settings, address, part)]));
  const values = Object.fromEntries(
    PARTS.map((part) => [part, finalValue(settings, part, fields[part], names)]),
  ) as Values;
  if (!isLocal(settings, values.host)) return null;
  const isKept = address !== null && settings.isExample !== true;
  const written = isKept ? { ...NOTHING, port: names.usual.port, ...said(address) } : null;
  return {
    environment: names.environment(values),
    variables: variablesOf(settings, { address, written, values }),
    port: { asked: values.port, listens: names.listens },
  };
}

/** A part of an address that a variable tells as a whole is free like one that a variable tells by itself. */
function fieldOf({ parts, url }: ServerSettings, address: Address | null, part: Part): Field | undefined {
  const own = parts[part];
  if (own || !url) return own;
  const value = address?.[part] ?? null;
  return value === null && url.variable === null ? undefined : { value, variable: url.variable };
}

/** What is written out cannot be changed; else the container's own goes first, so that both say the same. */
function finalValue(
  settings: ServerSettings,
  part: Part,
  field: Field | undefined,
  { given, usual }: LoginNames,
): string {
  const { value = null, variable = null } = field ?? {};
  if (value !== null && variable === null) return value;
  if (part === 'host') return value !== null && isLocal(settings, value) ? value : usual.host;
  return part === 'port' ? usual.port : (given[part] ?? value ?? usual[part]);
}

function isLocal({ isLocalhostASocket = false }: ServerSettings, host: string): boolean {
  return host === '127.0.0.1' || (host === 'localhost' && !isLocalhostASocket);
}

/** What an address stands for that says nothing. */
const NOTHING: Values = { host: '', port: '', user: '', password: '', database: '' };

function said(address: Address): Partial<Values> {
  return Object.fromEntries(PARTS.flatMap((part) => (address[part] === null ? [] : [[part, address[part]]])));
}

interface Answer {
  readonly address: Address | null;
  /** What the program reads where the variable of its address is not set; null where that is nothing. */
  readonly written: Values | null;
  readonly values: Values;
}

/** A variable is set where what stands in for it is something else. */
function variablesOf({ parts, url }: ServerSettings, { address, written, values }: Answer): Setting[] {
  const single = PARTS.flatMap((part): Setting[] => {
    const { variable = null, value = null } = parts[part] ?? {};
    return variable === null || value === values[part] ? [] : [[variable, values[part]]];
  });
  if (!url || url.variable === null) return single;
  const isSame = PARTS.every((part) => parts[part] !== undefined || written?.[part] === values[part]);
  return isSame ? single : [[url.variable, writeAddress({ ...url, address, values })], ...single];
}
