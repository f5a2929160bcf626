import { existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Deadline } from '../../domain/deadline.ts';
import type { JobCache } from '../cache/job-cache.ts';
import { KEPT } from '../cache/order.ts';
import { sizeOf, withoutLinks } from './folder.ts';

/** A folder of a model's files, as the cache of the job keeps it. */
export interface KeptFolder {
  /** Where the files are. */
  readonly path: string;
  /** The key of the entry that it came from; null: not from the cache. */
  readonly restored: string | null;
  /** A sentence each. */
  readonly notes: readonly string[];
}

export interface Keeping {
  /** Null: nothing is kept. */
  readonly cache: JobCache | null;
  readonly folder: string;
  /** An entry with another ending will do. */
  readonly prefix: string;
  readonly deadline: Deadline;
}

/** What the machine has already is not fetched; else the entry of the cache. What comes has no links in it. Never rejects for the cache's sake. */
export async function openFolder({ cache, folder, prefix, deadline }: Keeping): Promise<KeptFolder> {
  const path = join(folder, KEPT);
  if (cache === null || existsSync(path)) {
    mkdirSync(path, { recursive: true });
    return { path, restored: null, notes: [] };
  }
  // A cache that hangs must not cost the model: it can still be fetched from where it comes from.
  const limit = deadline.within(deadline.remaining() / 2);
  const result = await cache.restore(folder, { key: prefix, prefixes: [prefix] }, limit);
  if (result.kind === 'restored') {
    withoutLinks(path);
    mkdirSync(path, { recursive: true });
    return { path, restored: result.key, notes: [`The model's files were in the cache (${sizeOf(path)} bytes).`] };
  }
  // What is half there is not there.
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  const why =
    result.kind === 'failed' ? [`The model's files could not be looked for in the cache: ${result.why}.`] : [];
  return { path, restored: null, notes: why };
}

/** Where a folder among those of models is; null where there is none, or a link in its place, which may lead anywhere. */
export function ownFolder(models: string, name: string): string | null {
  try {
    const among = realpathSync(models);
    const path = join(among, name);
    return dirname(path) === among && realpathSync(path) === path ? path : null;
  } catch {
    return null;
  }
}

/** A key holds one entry for ever: one that was no good is followed by the next number, and the newest is what is restored. */
export function keyAfter(key: string, restored: string | null): string {
  if (restored === null) return key;
  const number = /-(\d{1,6})$/.exec(restored.slice(key.length))?.[1] ?? '1';
  return `${key}-${Number(number) + 1}`;
}
