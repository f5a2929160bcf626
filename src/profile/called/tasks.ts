import type { TaskName } from '../../domain/coverage.ts';
import { namesCalled } from '../tasks/called.ts';
import type { Call } from './body.ts';
import { commandKey } from './same.ts';

const RUNNERS: readonly TaskName['runner'][] = ['make', 'just', 'task', 'script'];

/** The tasks that a command starts by their names, by whatever spelling; they may not be there. */
export function tasksCalled(call: Call): TaskName[] {
  const { directory } = call;
  const [, run = ''] = commandKey(call).split('\0');
  return RUNNERS.flatMap((runner) => namesCalled(runner, run).map((name) => ({ runner, name, directory })));
}

/** A task as one text. */
export function taskKey({ runner, name, directory }: TaskName): string {
  return `${directory}\0${runner}\0${name}`;
}
