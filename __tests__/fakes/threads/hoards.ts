// Takes memory until there is none.
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', (subjects: readonly { file: string }[]) => {
  parentPort?.postMessage({ kind: 'begun', name: 'yaml', file: subjects[0]?.file });
  const kept: number[][] = [];
  for (;;) kept.push(Array(1_000_000).fill(kept.length));
});
