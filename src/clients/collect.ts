import { readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ActionError } from '../domain/errors.ts';
import type { Subject } from '../domain/judge.ts';
import { byCodeUnit } from '../domain/text.ts';
import { readLocalFile } from './local-files.ts';

/** Standard input has no name; this one stands in findings. */
export const STDIN_NAME = '<stdin>';

const MAX_STDIN = 16 * 1024 * 1024;

/**
 * What a person named to be validated: files as they are, YAML files below folders, `-` for standard input. Names stay as they were given.
 * Throws FILE_NOT_FOUND, FILE_UNREADABLE.
 */
export function collectFiles(paths: readonly string[]): Subject[] {
  const files = paths.flatMap((path) => (path === '-' ? [STDIN_NAME] : filesAt(path)));
  return [...new Set(files)].map((file) => ({
    kind: 'file',
    file,
    bytes: file === STDIN_NAME ? readStdin() : readLocalFile(file),
  }));
}

function filesAt(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new ActionError('FILE_NOT_FOUND', `${path} does not exist.`);
  if (!stat.isDirectory()) return [path.replaceAll('\\', '/')];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  const found = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
  if (found.length === 0) throw new ActionError('FILE_NOT_FOUND', `${path} holds no .yml or .yaml file.`);
  return found.sort(byCodeUnit);
}

function readStdin(): Uint8Array {
  const chunks: Buffer[] = [];
  const chunk = Buffer.alloc(65_536);
  for (let size = 0; size <= MAX_STDIN; ) {
    const count = readChunk(chunk);
    if (count === 0) return Buffer.concat(chunks);
    chunks.push(Buffer.from(chunk.subarray(0, count)));
    size += count;
  }
  throw new ActionError('FILE_UNREADABLE', `standard input has more than ${MAX_STDIN} bytes.`);
}

/** A pipe that is not ready says so; the end of input is an error on Windows. */
function readChunk(chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(0, chunk);
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? cause.code : '';
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN')
        throw new ActionError('FILE_UNREADABLE', `standard input cannot be read (${String(code)}).`, { cause });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
