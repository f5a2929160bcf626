import type { Deadline } from '../../domain/deadline.ts';
import type { Job } from './job.ts';

/** Seconds that delivery must have. */
const MOST_RESERVED = 30;

/** For the line: what is left of the time when the delivery has its part. */
export function lineDeadline({ deadline, inputs }: Job): Deadline {
  const reserved = Math.min(MOST_RESERVED, inputs.timeoutSeconds / 4);
  return deadline.within(Math.max(0, deadline.remaining() - reserved * 1000));
}

/** For what is said on GitHub: a server that hangs must not take the time of the artifact. */
export function sayingDeadline({ deadline }: Job): Deadline {
  return deadline.within(deadline.remaining() / 2);
}
