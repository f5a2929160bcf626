import type { Deadline } from '../domain/deadline.ts';
import { ActionError } from '../domain/errors.ts';

/**
 * A deadline `milliseconds` after the process began (`performance.timeOrigin`), on the monotonic clock.
 * Its timers keep no process alive.
 */
export function deadlineAfterStart(milliseconds: number): Deadline {
  return deadlineAt(milliseconds);
}

/** A deadline `milliseconds` from now. */
export function deadlineFromNow(milliseconds: number): Deadline {
  return deadlineAt(performance.now() + milliseconds);
}

/** `end` is in milliseconds since the process began. */
function deadlineAt(end: number): Deadline {
  const remaining = () => Math.max(0, end - performance.now());
  return {
    remaining,
    within: (milliseconds) => deadlineAt(Math.min(end, performance.now() + milliseconds)),
    race: (work) => race(work, remaining()),
  };
}

/** The work is told to stop and is also left behind: a library that ignores its signal cannot hold the run. */
async function race<T>(work: (signal: AbortSignal) => Promise<T>, milliseconds: number): Promise<T> {
  const controller = new AbortController();
  const late = new ActionError('DEADLINE_EXCEEDED', 'time was up before it was done.');
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      // In this order: work that heeds the signal fails at once, and its reason would be that it was told to stop.
      reject(late);
      controller.abort(late);
    }, milliseconds);
  });
  try {
    return await Promise.race([work(controller.signal), timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
