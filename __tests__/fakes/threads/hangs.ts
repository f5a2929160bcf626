// Ends the yaml engine, then never gives its thread back while it judges the second file with the schema engine.
import { parentPort } from 'node:worker_threads';
import { moveBookmark } from '../../../src/clients/bookmark.ts';
import type { Batch } from '../../../src/clients/engine-thread.ts';

parentPort?.on('message', ({ subjects, bookmark }: Batch) => {
  const outcome = { name: 'yaml', status: 'ran', reason: '', findings: [], milliseconds: 1 };
  parentPort?.postMessage({ kind: 'ended', outcome });
  moveBookmark(bookmark, { engine: 'schema', file: subjects.length - 1 });
  for (;;);
});
