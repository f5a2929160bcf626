import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Deadline } from '../../domain/deadline.ts';

/** The SHA-256 of a file, in hexadecimal. Rejects with what reading rejects with, and with DEADLINE_EXCEEDED: a model has gigabytes. */
export async function sha256Of(path: string, deadline: Deadline): Promise<string> {
  const hash = createHash('sha256');
  await deadline.race((signal) => pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash, { signal }));
  return hash.digest('hex');
}
