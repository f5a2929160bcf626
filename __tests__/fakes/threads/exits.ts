// Dies in the middle of a conversation, as a thread does whose module calls process.exit.
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', () => process.exit(0));
