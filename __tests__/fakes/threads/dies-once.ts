// Dies of the file named bad.yml, and judges every batch without it.
import { parentPort } from 'node:worker_threads';

const NAMES = ['yaml', 'schema', 'catalogue', 'secrets', 'policy'];

parentPort?.on('message', (subjects: readonly { file: string }[]) => {
  for (const { file } of subjects) {
    parentPort?.postMessage({ kind: 'begun', name: 'yaml', file });
    if (file === 'bad.yml') throw new Error('what is in it cannot be borne.');
  }
  for (const name of NAMES)
    parentPort?.postMessage({
      kind: 'ended',
      outcome: { name, status: 'ran', reason: '', findings: [], milliseconds: 1 },
    });
  parentPort?.postMessage({ kind: 'done' });
});
