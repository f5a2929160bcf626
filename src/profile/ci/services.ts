import type { Manifest } from '../formats/manifest.ts';
import { MOST } from './limits.ts';

/** The containers beside a job, as its commands reach them, and how a job on the machine itself reaches the same. */
export interface BesideJob {
  /** Names that are hosts inside of containers alone. */
  readonly hosts: readonly string[];
  /** Ports of the machine that stand for another one of a container. */
  readonly ports: ReadonlyMap<string, string>;
}

/** What stands beside a job of a GitHub workflow. Only a job in a container knows the names. (docs.github.com, "About service containers") */
export function besideJob(workflow: Manifest, job: string, isContained: boolean): BesideJob {
  const path = ['jobs', job, 'services'];
  const names = workflow.keys(path).slice(0, MOST.services);
  const ports = names.flatMap((name) => workflow.texts([...path, name, 'ports']));
  return besideNamed(names, ports, isContained);
}

/** The same of containers by their names, which only a job in a container knows, and of the ports that they have on the machine. */
export function besideNamed(names: readonly string[], ports: readonly string[], isContained: boolean): BesideJob {
  const moved = ports.flatMap((port): [string, string][] => {
    const [, outer = '', inner = ''] = /^(\d{1,5}):(\d{1,5})(?:\/tcp)?$/.exec(port) ?? [];
    return outer === inner ? [] : [[outer, inner]];
  });
  return { hosts: isContained ? names : [], ports: isContained ? new Map() : new Map(moved) };
}

/** Variables as a job on the machine must read them, whose containers have their own ports there. */
export function fromMachine(
  environment: ReadonlyMap<string, string>,
  { hosts, ports }: BesideJob,
): ReadonlyMap<string, string> {
  if (hosts.length + ports.size === 0) return environment;
  return new Map(
    [...environment].map(([name, value]) => {
      const isHost = hosts.includes(value) && /HOST|SERVER|ADDR/i.test(name);
      const isPort = ports.has(value) && /PORT/i.test(name);
      if (isHost) return [name, 'localhost'];
      return [name, isPort ? (ports.get(value) ?? value) : withPorts(withHosts(value, hosts), ports)];
    }),
  );
}

/** The host of an address, with or without a scheme. */
function withHosts(value: string, hosts: readonly string[]): string {
  return value.replace(/(^|@|:\/\/)([\w.-]{1,100})(?=:\d|[/?]|$)/g, (written, before: string, host: string) =>
    hosts.includes(host) && (before !== '' || /^[\w.-]{1,100}:\d{1,5}$/.test(value)) ? `${before}localhost` : written,
  );
}

function withPorts(value: string, ports: ReadonlyMap<string, string>): string {
  return value.replace(/\b(localhost|127\.0\.0\.1):(\d{1,5})\b/g, (written, host: string, port: string) =>
    ports.has(port) ? `${host}:${ports.get(port)}` : written,
  );
}
