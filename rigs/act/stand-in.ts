import { mkdtemp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Postgres } from './postgres.ts';
import { Redis } from './redis.ts';
import type { StandInKind } from './services.ts';

/** A process on loopback in place of a service container. It ends, and its data goes away, when it is disposed of. */
export interface StandIn extends AsyncDisposable {
  /** As the program names itself. */
  readonly version: string;
}

/** An empty folder for a stand-in: its name tells later what runs there. */
export function standInFolder(kind: StandInKind, parent: string): Promise<string> {
  return mkdtemp(join(parent, `${kind}-`));
}

/** Rejects as Postgres.start and Redis.start do. @param environment the container's own */
export function startStandIn(
  kind: StandInKind,
  settings: {
    readonly folder: string;
    readonly port: number;
    readonly environment: Readonly<Record<string, string>>;
  },
): Promise<StandIn> {
  switch (kind) {
    case 'postgres':
      return Postgres.start(settings);
    case 'redis':
      return Redis.start(settings);
  }
}

/** The stand-in that another process has started in a folder of standInFolder's. */
export function standInAt(folder: string): StandIn {
  return basename(folder).startsWith('redis-') ? Redis.at(folder) : Postgres.at(folder);
}
