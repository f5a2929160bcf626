import { linesOf } from '../lines.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { isLeftToTasks, type PipelineCall } from './calls.ts';
import { callsOfTask, runnerTasks } from './runner-calls.ts';

/**
 * What people copy in a folder before they start anything there, where no pipeline says what is done: by the repository's own tasks, whatever
 * these are called for, and by its README.
 */
export function settingUp(snapshot: Snapshot, directory: string): PipelineCall[] {
  return isLeftToTasks(snapshot, directory) ? [...byTasks(snapshot, directory), ...byReadme(snapshot, directory)] : [];
}

function byTasks(snapshot: Snapshot, directory: string): PipelineCall[] {
  return runnerTasks(snapshot)
    .filter((task) => task.directory === directory)
    .flatMap((task) => callsOfTask(snapshot, task))
    .filter((call) => call.directory === directory && /^cp /.test(call.run))
    .map((call) => ({ ...call, hasContainers: false }));
}

/** A line of its own, as it is typed. */
const TYPED = /^\s{0,12}(?:\$ )?(cp (?:-\w{1,4} )?[\w./-]{1,100} [\w./-]{1,100})\s{0,8}$/;

function byReadme(snapshot: Snapshot, directory: string): PipelineCall[] {
  const file = joinPath(directory, 'README.md') ?? 'README.md';
  return linesOf(snapshot.text(file) ?? '').flatMap(({ text, number }) => {
    const [, run] = TYPED.exec(text) ?? [];
    if (run === undefined) return [];
    const because = [snapshot.evidence(file, number)];
    return [
      { run, directory, line: number, words: run.split(' '), environment: new Map(), hasContainers: false, because },
    ];
  });
}
