import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { ActionError } from '../domain/errors.ts';
import { clauseFor, codeOf } from './fault.ts';

/** More than this is no file that we ship, judge or load. A device or a pipe may have no end at all. */
const MOST_BYTES = 16 * 1024 * 1024;

/** What is no regular file does not tell its size: so much is asked for at once. */
const CHUNK = 65_536;

/** The bytes of a file that the program itself ships with, or that a person named. Throws FILE_NOT_FOUND, FILE_UNREADABLE. */
export function readLocalFile(path: string | URL): Buffer {
  const file = attempt(path, () => openSync(path, 'r'));
  try {
    return readToEnd(file, String(path));
  } finally {
    closeSync(file);
  }
}

/** All that an open file, pipe or terminal gives, at most 16 MB. `name` is for messages. Throws FILE_UNREADABLE. */
export function readToEnd(file: number, name: string): Buffer {
  const stat = attempt(name, () => fstatSync(file));
  const size = stat.isFile() && stat.size > 0 ? stat.size : CHUNK;
  // One byte more than there should be: the end shows in the same call.
  const chunk = Buffer.allocUnsafe(Math.min(size, MOST_BYTES) + 1);
  const chunks: Buffer[] = [];
  for (let total = 0; ; ) {
    const count = attempt(name, () => readChunk(file, chunk));
    total += count;
    if (total > MOST_BYTES) throw new ActionError('FILE_UNREADABLE', `'${name}' has more than ${MOST_BYTES} bytes.`);
    // A copy, of just what came: a pipe may give a byte at a time.
    chunks.push(Buffer.from(chunk.subarray(0, count)));
    if (count === 0 || (stat.isFile() && count === stat.size)) return Buffer.concat(chunks);
  }
}

/** A pipe that is not ready says so; the end of input is an error on Windows. */
function readChunk(file: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(file, chunk);
    } catch (cause) {
      if (codeOf(cause) === 'EOF') return 0;
      if (codeOf(cause) !== 'EAGAIN') throw cause;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function attempt<T>(path: string | URL, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw cannotRead(path, cause);
  }
}

/** FILE_NOT_FOUND or FILE_UNREADABLE, by what the operating system says. */
export function cannotRead(path: string | URL, cause: unknown): ActionError {
  const missing = ['ENOENT', 'ENOTDIR'].includes(codeOf(cause) ?? '');
  return new ActionError(missing ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE', `'${path}' ${clauseFor(cause)}.`, { cause });
}
