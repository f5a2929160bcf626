import type { Evidence } from '../../domain/evidence.ts';
import { type Started, startedBy } from '../covered/called/started.ts';
import type { Snapshot } from '../snapshot.ts';
import { readTasks } from '../tasks/tasks.ts';
import { kindOfName } from './kinds.ts';
import type { ShellCommand } from './shell.ts';

/** A command that stands in a file of the repository, and what leads to it. */
export interface StartedCall extends ShellCommand {
  readonly because: readonly Evidence[];
}

/** What a command comes to start by tasks and scripts of the repository. */
export function callsStartedBy(snapshot: Snapshot, call: Pick<ShellCommand, 'run' | 'directory'>): StartedCall[] {
  return startedBy(snapshot, call).map(({ through, ...command }: Started) => ({
    ...command,
    because: through.slice(-1).map((file) => snapshot.evidence(file, command.line)),
  }));
}

/** Names under which people gather their checks. */
const GATHERED = /^(?:all|ci|qa|quality|verify|validate|static|analy[sz]e|analysis|style|types?|pre-commit)$/i;

/**
 * The commands of the tasks that are called after checks, in the repository's own task runners: what people type before they push.
 * Scripts of a package.json are its unit's own.
 */
export function runnerCalls(snapshot: Snapshot): StartedCall[] {
  const tasks = readTasks(snapshot).filter(
    ({ runner, name }) => runner !== 'script' && (kindOfName(name) !== null || GATHERED.test(name)),
  );
  return tasks.flatMap(({ runner, name, directory }) =>
    callsStartedBy(snapshot, { run: `${runner} ${name}`, directory }),
  );
}
