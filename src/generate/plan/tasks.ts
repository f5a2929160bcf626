import type { Check } from '../../domain/check.ts';
import type { TaskName } from '../../domain/coverage.ts';
import type { Command, ProjectProfile, Task, Unit } from '../../domain/profile.ts';
import type { Selector } from '../../domain/request.ts';
import { reachesFolder } from '../select.ts';

/** A command as somebody writes it, told apart: what is started, by what, and where. */
interface Call {
  readonly runner: Task['runner'];
  readonly name: string;
  /** From where the command runs; null: from where the task is. */
  readonly directory: string | null;
}

const CALLS: readonly { readonly pattern: RegExp; readonly runner: Task['runner'] }[] = [
  { pattern: /^make(?: -C (?<directory>[\w./-]+))? (?<name>[\w./-]+)$/, runner: 'make' },
  { pattern: /^just (?<name>[\w-]+)$/, runner: 'just' },
  { pattern: /^task (?<name>[\w:.-]+)$/, runner: 'task' },
  { pattern: /^(?:npm|pnpm|yarn|bun) run (?<name>[\w:./-]+)$/, runner: 'script' },
  { pattern: /^(?:npm|pnpm|yarn) (?<name>test|start)$/, runner: 'script' },
  { pattern: /^(?:pnpm|yarn) (?<name>[\w:./-]+)$/, runner: 'script' },
];

function callOf(command: string): Call | null {
  for (const { pattern, runner } of CALLS) {
    const groups = pattern.exec(command.trim().replace(/\s+/g, ' '))?.groups;
    if (groups)
      return { runner, name: groups.name ?? '', directory: groups.directory?.replace(/^\.\/|\/$/g, '') ?? null };
  }
  return null;
}

/** The task that a command names, in the folder where the task is; null where it names none. It may not be there. */
export function taskNamed({ run, directory }: Pick<Command, 'run' | 'directory'>): TaskName | null {
  const call = callOf(run);
  return call && { runner: call.runner, name: call.name, directory: call.directory ?? directory };
}

/** The task that a command starts, where a selector lets it be meant: the one that is nearest to the root. Null where there is none. */
export function taskFor(
  command: string,
  selector: Selector,
  profile: ProjectProfile,
): { readonly task: Task; readonly command: Command } | null {
  const call = callOf(command);
  if (call === null) return null;
  const task = profile.tasks
    .filter(({ runner, name }) => runner === call.runner && name === call.name)
    .filter(({ directory }) =>
      call.directory === null ? reachesFolder(selector, directory, profile) : directory === call.directory,
    )
    .sort((a, b) => depth(a) - depth(b))[0];
  if (!task) return null;
  const directory = call.directory === null ? task.directory : '.';
  return { task, command: { run: command.trim(), directory, because: task.because } };
}

const WORDS: Readonly<Record<Check, RegExp>> = {
  lint: /lint|check|vet/,
  format: /format|fmt|style/,
  typecheck: /type|tsc|mypy/,
  test: /test|spec|check|verify/,
  build: /build|compile|package|dist/,
  audit: /audit|vuln|security/,
  coverage: /cover/,
  'secret-scan': /secret|leak/,
};

/** The task of a unit's own folder by which it runs a check, named for it: an install under the name of a test would be a green nothing. */
export function checkTask(unit: Unit, check: Check, command: string, profile: ProjectProfile): Command | null {
  const found = taskFor(command, { path: unit.directory }, profile);
  const isOwn = found?.task.directory === unit.directory && WORDS[check].test(found.task.name.toLowerCase());
  return found && isOwn ? found.command : null;
}

function depth({ directory }: Task): number {
  return directory === '.' ? 0 : directory.split('/').length;
}
