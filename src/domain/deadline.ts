/** One monotonic clock for the whole run, begun with the process. */
export interface Deadline {
  /** Milliseconds left, never below 0. */
  remaining(): number;
  /** A deadline at most `milliseconds` away, and never after this one. */
  within(milliseconds: number): Deadline;
  /** Settles as `work` does, or rejects with `ActionError('DEADLINE_EXCEEDED')` when time is up, whatever `work` does. */
  race<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}
