import { mkdirSync } from 'node:fs';
import { z } from 'zod';
import { publishedPort, standInOf } from '../../rigs/act/services.ts';
import { standInFolder, startStandIn } from '../../rigs/act/stand-in.ts';
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
      const own = await standInFolder(kind, folder);
      started.use(await startStandIn(kind, { folder: own, port, environment }));
    }
    return started.move();
  } finally {
    await started.disposeAsync();
  }
}
