import type { Manifest } from '../formats/manifest.ts';
import { MOST } from './limits.ts';
import { type PortsByName, publishedAt } from './published.ts';

/** The containers beside a job, as its commands reach them. */
export interface BesideJob {
  /** Names that are hosts inside of containers alone. */
  readonly hosts: readonly string[];
  /** What the machine publishes of each. */
  readonly ports: PortsByName;
}

/** What stands beside a job of a GitHub workflow. Only a job in a container knows the names. (docs.github.com, "About service containers") */
export function besideJob(workflow: Manifest, job: string, isContained: boolean): BesideJob {
  const path = ['jobs', job, 'services'];
  const names = workflow.keys(path).slice(0, MOST.services);
  const ports = names.map((name) => [name, publishedAt(workflow, [...path, name, 'ports'], isContained)] as const);
  return { hosts: isContained ? names : [], ports: new Map(ports) };
}

/** Variables as a job on the machine must read them, to which containers are no hosts of their own names. */
export function fromMachine(
  environment: ReadonlyMap<string, string>,
  hosts: readonly string[],
): ReadonlyMap<string, string> {
  if (hosts.length === 0) return environment;
  return new Map(
    [...environment].map(([name, value]) => {
      const isHost = hosts.includes(value) && /HOST|SERVER|ADDR/i.test(name);
      return [name, isHost ? 'localhost' : withHosts(value, hosts)];
    }),
  );
}

/** The host of an address, with or without a scheme. */
function withHosts(value: string, hosts: readonly string[]): string {
  return value.replace(/(^|@|:\/\/)([\w.-]{1,100})(?=:\d|[/?]|$)/g, (written, before: string, host: string) =>
    hosts.includes(host) && (before !== '' || /^[\w.-]{1,100}:\d{1,5}$/.test(value)) ? `${before}localhost` : written,
  );
}
