import { setImmediate } from 'node:timers/promises';
import { ActionError } from '../domain/errors.ts';

/** What a person, a shell or a runner sends to end a program. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does synchronous work that must be whole or absent, and lets an interrupt wait for its end: with a listener, a signal is delivered between
 * turns of the event loop alone. Throws INTERRUPTED after the work where one came.
 */
export async function uninterrupted<T>(work: () => T): Promise<T> {
  let came: string | null = null;
  const listen = (signal: string) => {
    came ??= signal;
  };
  for (const signal of SIGNALS) process.on(signal, listen);
  try {
    const made = work();
    // One whole turn of the loop lies between the two: what came during the work has been delivered then.
    await setImmediate();
    await setImmediate();
    if (came !== null)
      throw new ActionError('INTERRUPTED', `${came} came while files were written; all of them stand.`);
    return made;
  } finally {
    for (const signal of SIGNALS) process.off(signal, listen);
  }
}
