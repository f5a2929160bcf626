import type { Task } from '../../domain/profile.ts';

type Runner = Task['runner'];

const CALLS: Readonly<Record<Runner, RegExp>> = {
  make: /^make((?: [\w.][\w./-]{0,99}){1,10})$/,
  just: /^just( [A-Za-z_][\w-]{0,99})$/,
  task: /^task( [\w.-][\w:.-]{0,99})$/,
  script: /^(?:npm|pnpm|yarn|bun) run( [\w:./-]{1,100})$/,
};

/** The tasks of a runner that a command starts by their names, and by nothing else; they may not be there. */
export function namesCalled(runner: Runner, run: string): string[] {
  return CALLS[runner].exec(run)?.[1]?.trim().split(' ') ?? [];
}
