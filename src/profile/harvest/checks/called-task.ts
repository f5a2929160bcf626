import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, Task } from '../../../domain/profile.ts';
import { bodyOf } from '../../called/started.ts';
import type { Snapshot } from '../../snapshot.ts';
import { namesCalled } from '../../tasks/called.ts';
import { readTasks } from '../../tasks/tasks.ts';

/** A task of make, just or task that a command starts. */
export interface CalledTask {
  readonly name: string;
  readonly runner: Task['runner'];
  /** Where it is declared. */
  readonly because: readonly Evidence[];
  /** What comes to run before it. */
  readonly before: readonly string[];
  /** Its commands, each in one line, without the signs that quieten them. */
  readonly lines: readonly string[];
}

/** The task that a command starts, and nothing else; null where it starts none. A script of a package.json is its unit's own. */
export function calledTask(
  snapshot: Snapshot,
  { run, directory }: Pick<Command, 'run' | 'directory'>,
): CalledTask | null {
  const isCalled = ({ runner, name }: Task) => runner !== 'script' && namesCalled(runner, run).join(' ') === name;
  const task = readTasks(snapshot).find((it) => it.directory === directory && isCalled(it));
  const body = task ? bodyOf(snapshot, { run, directory }) : null;
  if (!task || !body) return null;
  const { name, runner, because } = task;
  const lines = body.lines.flatMap(({ text }) => text.split('\n')).map((text) => text.trim().replace(/^[@+-]+/, ''));
  return { name, runner, because, before: body.before, lines: lines.filter((text) => text !== '') };
}

/** What a command comes to: the lines of the task that it starts, where nothing comes before, else itself. */
export function linesStarted(snapshot: Snapshot, command: Pick<Command, 'run' | 'directory'>): readonly string[] {
  const task = calledTask(snapshot, command);
  return task && task.before.length === 0 && task.lines.length > 0 ? task.lines : [command.run];
}
