import { fileURLToPath } from 'node:url';
import type { Job, Service } from './workflow.ts';

const SCRIPT = fileURLToPath(new URL('service.ts', import.meta.url));

/** A step as it is written into the workflow. */
export type WrittenStep = Readonly<Record<string, unknown>>;

/** What can stand in for a service container. */
export const STAND_INS = ['postgres', 'redis'] as const;

export type StandInKind = (typeof STAND_INS)[number];

/** The images that each can stand in for. */
const KINDS: Readonly<Record<string, StandInKind>> = { postgres: 'postgres', redis: 'redis', valkey: 'redis' };

/** The process that can stand in for a service container's image, or undefined. */
export function standInOf(image: string): StandInKind | undefined {
  const name = image
    .replace(/[:@].*$/, '')
    .split('/')
    .at(-1);
  return KINDS[name ?? ''];
}

/**
 * The steps that start and stop a process on loopback for each service container of a job, before and after its own steps: act in host mode
 * starts no containers. A service that publishes no port is not reachable on GitHub either, and gets no process.
 * @param folder where the processes keep their data
 */
export function stepsAround(
  job: Job,
  folder: string,
): { readonly before: readonly WrittenStep[]; readonly after: readonly WrittenStep[] } {
  const services = Object.entries(job.services ?? {}).flatMap(([name, service]) => {
    const port = publishedPort(service);
    return port === undefined ? [] : [{ name, service, port }];
  });
  return {
    before: services.map(({ name, service, port }) => startStep(name, { service, port, folder })),
    after: services.map(({ name }) => stopStep(name)).reverse(),
  };
}

/** The first port that a service publishes on the machine, in `5432:5432` or `127.0.0.1:5432:5432/tcp`. */
export function publishedPort({ ports = [] }: Service): number | undefined {
  const [, port] = /(?:^|:)(\d+):\d+(?:\/tcp)?$/.exec(String(ports[0])) ?? [];
  return port === undefined ? undefined : Number(port);
}

function startStep(
  name: string,
  { service, port, folder }: { service: Service; port: number; folder: string },
): WrittenStep {
  const own = Object.entries(service.env ?? {}).map(([key, value]) => [`SERVICE_${key}`, String(value)]);
  return {
    name: `Start ${standInOf(service.image)} in place of ${service.image}`,
    id: idOf(name),
    shell: 'bash',
    // A job's default folder is there only after its checkout.
    'working-directory': '.',
    env: {
      ...Object.fromEntries(own),
      ...{ RIG_KIND: standInOf(service.image), RIG_IMAGE: service.image, RIG_PORT: String(port), RIG_FOLDER: folder },
    },
    run: `"${process.execPath}" "${SCRIPT}" start`,
  };
}

function stopStep(name: string): WrittenStep {
  return {
    name: `Stop ${name}`,
    if: 'always()',
    shell: 'bash',
    'working-directory': '.',
    env: { RIG_FOLDER: `\${{ steps.${idOf(name)}.outputs.folder }}` },
    run: `"${process.execPath}" "${SCRIPT}" stop`,
  };
}

function idOf(name: string): string {
  return `rig-service-${name}`;
}
