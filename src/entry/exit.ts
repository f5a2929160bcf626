import type { Verdict } from '../domain/report.ts';

/** The exit codes that `--help` tells, and what shells expect of a program that was interrupted. */
export const EXIT = { done: 0, failed: 1, input: 2, broken: 3, interrupted: 130 } as const;

/** Of a command that judges. */
export const EXIT_OF: Readonly<Record<Verdict, number>> = { pass: EXIT.done, fail: EXIT.failed, error: EXIT.broken };
