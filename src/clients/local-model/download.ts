import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { dirname } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Deadline } from '../../domain/deadline.ts';
import { ActionError } from '../../domain/errors.ts';
import type { Fetched } from '../../domain/local-model.ts';
import { codeOf } from '../fault.ts';
import type { Agents } from '../http/agents.ts';
import { connectionReason, errorCodeOf } from '../http/reasons.ts';
import { begin } from '../http/transport.ts';
import { diskFault } from './disk.ts';

export interface Downloading {
  readonly agents: Agents;
  readonly deadline: Deadline;
  /** Bytes that are taken at most: whether it is the file is known only when all of it is there. */
  readonly most?: number;
}

/** More than any model that a runner's disk has room for. */
const MOST_BYTES = 256 * 1024 ** 3;

/** A release lies behind one or two; more is a circle. */
const MOST_REDIRECTS = 5;

/**
 * Puts a file where it is wanted once all of it is there and its digest is the one that was given; until then, and if anything is wrong,
 * nothing stands there. Gives its size in bytes. Throws LOCAL_MODEL_DOWNLOAD, CHECKSUM_MISMATCH, LOCAL_MODEL_DISK_FULL, DEADLINE_EXCEEDED.
 */
export async function download({ url, sha256 }: Fetched, to: string, options: Downloading): Promise<number> {
  const part = `${to}.${randomUUID()}.part`;
  try {
    await mkdir(dirname(to), { recursive: true });
    const got = await options.deadline.race((signal) => fetchInto(part, new URL(url), options, signal));
    if (got.sha256 !== sha256)
      throw new ActionError(
        'CHECKSUM_MISMATCH',
        `What ${hostOf(url)} gave has the SHA-256 ${got.sha256}, not ${sha256}.`,
      );
    await rename(part, to);
    return got.bytes;
  } catch (thrown) {
    throw asFault(url, thrown);
  } finally {
    rmSync(part, { force: true });
  }
}

interface Got {
  readonly bytes: number;
  readonly sha256: string;
}

type Taking = Pick<Downloading, 'agents' | 'most'>;

async function fetchInto(
  part: string,
  url: URL,
  { agents, most = MOST_BYTES }: Taking,
  signal: AbortSignal,
): Promise<Got> {
  const answer = await follow(url, agents, signal);
  const tooLong = refused(url, `gives more than ${most} bytes, which is more than such a file has`);
  if (Number(answer.headers['content-length'] ?? 0) > most) {
    answer.destroy();
    throw tooLong;
  }
  const hash = createHash('sha256');
  let bytes = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      bytes += chunk.length;
      if (bytes > most) done(tooLong);
      else done(null, chunk);
    },
  });
  const file = createWriteStream(part, { flags: 'wx' });
  if (answer.headers['content-encoding'] === 'gzip') await pipeline(answer, createGunzip(), counting, file, { signal });
  else await pipeline(answer, counting, file, { signal });
  return { bytes, sha256: hash.digest('hex') };
}

/** The answer that has the file. What was asked for in secret is not fetched in the open. */
async function follow(url: URL, agents: Agents, signal: AbortSignal): Promise<IncomingMessage> {
  let at = url;
  for (let redirects = 0; ; redirects++) {
    const answer = await begin({ method: 'GET', url: at, headers: { accept: '*/*' } }, agents, signal);
    const { statusCode: status = 0, headers } = answer;
    if (status === 200) return answer;
    answer.destroy();
    if (status < 300 || status > 399 || headers.location === undefined) throw refused(at, `answered ${status}`);
    if (redirects === MOST_REDIRECTS) throw refused(at, `sends us on more than ${MOST_REDIRECTS} times`);
    const next = URL.canParse(headers.location, at.href) ? new URL(headers.location, at) : null;
    if (next === null || !isSafe(next)) throw refused(at, 'sends us on to an address that is not https');
    at = next;
  }
}

/** Encrypted, or on this machine. */
function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/.test(hostname));
}

function refused(url: URL, what: string): ActionError {
  return new ActionError('LOCAL_MODEL_DOWNLOAD', `${url.host} ${what}.`);
}

function asFault(url: string, thrown: unknown): ActionError {
  if (thrown instanceof ActionError) {
    if (thrown.code !== 'DEADLINE_EXCEEDED') return thrown;
    return new ActionError('LOCAL_MODEL_DOWNLOAD', `${hostOf(url)} did not give all of the file in time.`, {
      cause: thrown,
    });
  }
  const full = diskFault(thrown);
  if (full !== null) return full;
  const isOurs = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(codeOf(thrown) ?? '');
  const why = isOurs ? `the file could not be written (${codeOf(thrown)})` : reasonOf(thrown);
  return new ActionError('LOCAL_MODEL_DOWNLOAD', `${hostOf(url)} did not give the file: ${why}.`, { cause: thrown });
}

function reasonOf(thrown: unknown): string {
  const code = errorCodeOf(thrown);
  return code === 'ERR_STREAM_PREMATURE_CLOSE' ? connectionReason('ECONNRESET') : connectionReason(code);
}

function hostOf(url: string): string {
  return new URL(url).host;
}
