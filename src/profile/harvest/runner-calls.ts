import type { Evidence } from '../../domain/evidence.ts';
import { type Started, startedBy } from '../called/started.ts';
import { oncePerSnapshot } from '../once.ts';
import { baseName, directoryOf } from '../paths.ts';
import type { ShellCommand } from '../shell/shell.ts';
import type { Snapshot } from '../snapshot.ts';
import { MISE_FILES } from '../tasks/files.ts';
import { miseTasks } from '../tasks/mise.ts';
import { poeTasks } from '../tasks/pyproject.ts';
import { readTasks } from '../tasks/tasks.ts';
import { kindOfName } from './checks/kinds.ts';

/** A command that stands in a file of the repository, and what leads to it. */
export interface StartedCall extends ShellCommand {
  readonly because: readonly Evidence[];
  /** The calls by which it comes to be started, the outermost first. */
  readonly by: readonly string[];
}

/** What a command comes to start by tasks and scripts of the repository. */
export function callsStartedBy(snapshot: Snapshot, call: Pick<ShellCommand, 'run' | 'directory'>): StartedCall[] {
  return startedBy(snapshot, call).map(({ through: _, file, ...command }: Started) => ({
    ...command,
    because: [snapshot.evidence(file, command.line)],
  }));
}

/** Names under which people gather their checks. */
const GATHERED = /^(?:ci|qa|quality|verify|validate|static|analy[sz]e|analysis|style|types?|pre-commit)$/i;

/**
 * What the tasks that are called after checks come to run, in the repository's own task runners, each in its order: what people type before
 * they push. Scripts of a package.json are its unit's own.
 */
export const checkRuns = oncePerSnapshot((snapshot): readonly (readonly StartedCall[])[] =>
  runnerTasks(snapshot)
    .filter(({ name }) => kindOfName(name) !== null || GATHERED.test(name))
    .map((task) => callsOfTask(snapshot, task)),
);

/** The tasks of the repository's own task runners, without the scripts of a package.json. */
export const runnerTasks = oncePerSnapshot((snapshot): readonly RunnerTask[] => [
  ...listedTasks(snapshot),
  ...otherTasks(snapshot),
]);

/** Whether a call comes of a task whose name has one of these words; that of the check itself says nothing of what goes before it. */
export function isLedBy({ by }: StartedCall, words: ReadonlySet<string>): boolean {
  return by.slice(1).some((call) => {
    const name = call.split(' ').at(-1) ?? '';
    return name
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .some((word) => words.has(word));
  });
}

/** What a task comes to run, in its order. */
export function callsOfTask(snapshot: Snapshot, { runner, name, directory }: RunnerTask): StartedCall[] {
  return callsStartedBy(snapshot, { run: `${runner} ${name}`, directory });
}

/** A task, and how it is started. */
export interface RunnerTask {
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
