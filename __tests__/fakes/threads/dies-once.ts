// Dies of the file named bad.yml, and judges every batch without it.
import { parentPort } from 'node:worker_threads';
import { moveBookmark } from '../../../src/clients/bookmark.ts';
import type { Batch } from '../../../src/clients/engine-thread.ts';

const NAMES = ['yaml', 'schema', 'semantics', 'catalogue', 'secrets', 'policy'];

parentPort?.on('message', ({ subjects, bookmark }: Batch) => {
  for (const [index, { file }] of subjects.entries()) {
    moveBookmark(bookmark, { engine: 'yaml', file: index });
    if (file === 'bad.yml') throw new Error('what is in it cannot be borne.');
  }
  for (const name of NAMES)
    parentPort?.postMessage({
      kind: 'ended',
      outcome: { name, status: 'ran', reason: '', findings: [], milliseconds: 1 },
    });
  parentPort?.postMessage({ kind: 'done' });
});
