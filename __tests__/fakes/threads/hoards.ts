// Takes memory until there is none.
import { parentPort } from 'node:worker_threads';
import { moveBookmark } from '../../../src/clients/bookmark.ts';
import type { Batch } from '../../../src/clients/engine-thread.ts';

parentPort?.on('message', ({ bookmark }: Batch) => {
  moveBookmark(bookmark, { engine: 'yaml', file: 0 });
  const kept: number[][] = [];
  for (;;) kept.push(Array(1_000_000).fill(kept.length));
});
