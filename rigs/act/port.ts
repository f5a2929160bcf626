import { createServer } from 'node:net';
import { RigError } from './error.ts';

/** Rejects with PORT_TAKEN where something listens on a port of loopback already. */
export async function expectFree(port: number): Promise<void> {
  await using server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  }).catch((cause: unknown) => {
    throw new RigError('PORT_TAKEN', `port ${port} on loopback is taken: stop what listens there, and run again.`, {
      cause,
    });
  });
}
