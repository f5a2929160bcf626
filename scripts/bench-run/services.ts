import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Postgres } from '../../rigs/act/postgres.ts';
import { publishedPort, standInOf } from '../../rigs/act/services.ts';
import type { Job } from './planned.ts';

const Service = z.looseObject({
  image: z.string(),
  env: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  ports: z.array(z.union([z.string(), z.number()])).optional(),
});

/** Starts the processes that stand in for a job's services, as its generated job has them; they end when it is disposed of. */
export async function servicesOf({ services = {} }: Job, folder: string): Promise<AsyncDisposable> {
  const started = new AsyncDisposableStack();
  mkdirSync(folder, { recursive: true });
  try {
    for (const written of Object.values(services)) {
      const service = Service.parse(written);
      const [port, kind] = [publishedPort(service), standInOf(service.image)];
      if (port === undefined || kind === undefined) continue;
      const environment = Object.fromEntries(
        Object.entries(service.env ?? {}).map(([key, value]) => [key, String(value)]),
      );
      started.use(await Postgres.start({ folder: mkdtempSync(join(folder, `${kind}-`)), port, environment }));
    }
    return started.move();
  } finally {
    await started.disposeAsync();
  }
}
