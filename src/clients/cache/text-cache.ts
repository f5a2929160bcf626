import { constants, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deadline } from '../../domain/deadline.ts';
import { clauseFor } from '../fault.ts';
import type { CacheResult, JobCache } from './job-cache.ts';
import { KEPT } from './order.ts';

export type TextResult =
  | { readonly kind: 'restored'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly why: string };

/** Small texts in the cache of the job. Never rejects. */
export interface KeptText {
  /** The newest whose key begins with `prefix`. */
  restore(prefix: string, deadline: Deadline): Promise<TextResult>;
  save(key: string, text: string, deadline: Deadline): Promise<CacheResult>;
}

/** A few answers have a few kilobytes. */
const MOST_BYTES = 1024 * 1024;
const FILE = 'text';

/** What the service may take, in milliseconds, at most: its client tries again for half a minute, and the model itself may be quicker. */
const LIMIT = 10_000;

/** `temporary` is a folder of the job's. */
export function textCache(cache: JobCache, temporary: string): KeptText {
  return {
    restore: (prefix, deadline) =>
      inFolder(temporary, async (folder) => {
        const limit = deadline.within(Math.min(LIMIT, deadline.remaining() / 4));
        const result = await cache.restore(folder, { key: prefix, prefixes: [prefix] }, limit);
        if (result.kind === 'restored') return readText(join(folder, KEPT, FILE));
        return result.kind === 'failed' ? result : { kind: 'missing' };
      }),
    save: (key, text, deadline) =>
      inFolder(temporary, async (folder) => {
        mkdirSync(join(folder, KEPT));
        writeFileSync(join(folder, KEPT, FILE), text);
        return cache.save(folder, key, deadline);
      }),
  };
}

/** The entry holds nothing but what lies below `kept`, so the folder may have any name. */
async function inFolder<T>(
  temporary: string,
  work: (folder: string) => Promise<T>,
): Promise<T | { readonly kind: 'failed'; readonly why: string }> {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(temporary, 'agent-generate-cache-'));
    return await work(folder);
  } catch (thrown) {
    return { kind: 'failed', why: `the folder for it ${clauseFor(thrown)}` };
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

function readText(path: string): TextResult {
  // A link may lead anywhere.
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size > MOST_BYTES) return { kind: 'restored', text: '' };
  return {
    kind: 'restored',
    text: readFileSync(path, { encoding: 'utf8', flag: constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) }),
  };
}
