import type { Evidence } from '../../domain/evidence.ts';
import { type Started, startedBy } from '../called/started.ts';
import { baseName, directoryOf } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { MISE_FILES } from '../tasks/files.ts';
import { miseTasks } from '../tasks/mise.ts';
import { poeTasks } from '../tasks/pyproject.ts';
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
const GATHERED = /^(?:ci|qa|quality|verify|validate|static|analy[sz]e|analysis|style|types?|pre-commit)$/i;

/**
 * The commands of the tasks that are called after checks, in the repository's own task runners: what people type before they push.
 * Scripts of a package.json are its unit's own.
 */
export function runnerCalls(snapshot: Snapshot): StartedCall[] {
  return [...listedTasks(snapshot), ...otherTasks(snapshot)]
    .filter(({ name }) => kindOfName(name) !== null || GATHERED.test(name))
    .flatMap(({ runner, name, directory }) => callsStartedBy(snapshot, { run: `${runner} ${name}`, directory }));
}

interface RunnerTask {
  /** What stands before the name where it is started. */
  readonly runner: string;
  readonly name: string;
  readonly directory: string;
}

function listedTasks(snapshot: Snapshot): readonly RunnerTask[] {
  return readTasks(snapshot).filter(({ runner }) => runner !== 'script');
}

/** Runners whose tasks are looked into, and that no job of a person's own starts by name. */
export const OTHERS: readonly (readonly [files: readonly string[], runner: string, read: typeof miseTasks])[] = [
  [MISE_FILES, 'mise run', miseTasks],
  [['pyproject.toml'], 'poe', poeTasks],
];

function otherTasks(snapshot: Snapshot): readonly RunnerTask[] {
  return snapshot.paths.flatMap((file) => {
    const [, runner, read] = OTHERS.find(([names]) => names.includes(baseName(file))) ?? [];
    return runner && read
      ? read(snapshot, file).map(({ name }) => ({ runner, name, directory: directoryOf(file) }))
      : [];
  });
}
