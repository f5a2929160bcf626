import type { TaskName } from '../../../domain/coverage.ts';
import { commandKey } from '../same.ts';
import type { Call } from './body.ts';

const CALLS: readonly (readonly [pattern: RegExp, runner: TaskName['runner']])[] = [
  [/^make((?: [\w.][\w./-]{0,99}){1,10})$/, 'make'],
  [/^just( [A-Za-z_][\w-]{0,99})$/, 'just'],
  [/^task( [\w.-][\w:.-]{0,99})$/, 'task'],
  [/^(?:npm|pnpm|yarn|bun) run( [\w:./-]{1,100})$/, 'script'],
];

/** The tasks that a command starts by their names, by whatever spelling; they may not be there. */
export function tasksCalled(call: Call): TaskName[] {
  const { directory } = call;
  const [, run = ''] = commandKey(call).split('\0');
  return CALLS.flatMap(([pattern, runner]) => {
    const names = pattern.exec(run)?.[1]?.trim().split(' ') ?? [];
    return names.map((name) => ({ runner, name, directory }));
  });
}

/** A task as one text. */
export function taskKey({ runner, name, directory }: TaskName): string {
  return `${directory}\0${runner}\0${name}`;
}
