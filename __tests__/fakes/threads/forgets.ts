// Says that it is done although no engine has said anything.
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', () => parentPort?.postMessage({ kind: 'done' }));
