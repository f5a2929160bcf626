import { parentPort, workerData } from 'node:worker_threads';

/** What the thread was given when it was started. */
export const threadData: unknown = workerData;

/** Answers each message of the thread that started this one; `reply` may be called many times for one message. */
export function serve(answer: (message: unknown, reply: (message: unknown) => void) => Promise<void>): void {
  parentPort?.on('message', (message: unknown) => {
    void answer(message, (reply) => parentPort?.postMessage(reply));
  });
}
