import { linesOf } from '../../lines.ts';
import { oncePerSnapshot } from '../../once.ts';
import { directoryOf, isWithin, relativeTo } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { isLeftToTasks, type PipelineCall } from '../calls.ts';
import { callsOfTask, runnerTasks } from '../runner-calls.ts';

/**
 * What people copy in a folder before they start anything there, where no pipeline says what is done: by the repository's own tasks, whatever
 * these are called for, and by its README.
 */
export function settingUp(snapshot: Snapshot, directory: string): PipelineCall[] {
  return isLeftToTasks(snapshot, directory) ? copyCalls(snapshot).flatMap((call) => placedIn(directory, call)) : [];
}

const copyCalls = oncePerSnapshot((snapshot): readonly PipelineCall[] => [...byTasks(snapshot), ...byReadme(snapshot)]);

/** A copy that is typed in a folder above names the folder twice. */
function placedIn(directory: string, call: PipelineCall): PipelineCall[] {
  if (call.directory === directory) return [call];
  if (!isWithin(call.directory, directory)) return [];
  const below = `${relativeTo(call.directory, directory)}/`;
  const words = call.words.map((word) => word.replace(/^\.\//, ''));
  const named = words.slice(1).filter((word) => !word.startsWith('-'));
  if (!named.every((word) => word.startsWith(below))) return [];
  const inside = words.map((word) => (word.startsWith(below) ? word.slice(below.length) : word));
  return [{ ...call, directory, words: inside, run: inside.join(' ') }];
}

function byTasks(snapshot: Snapshot): PipelineCall[] {
  return runnerTasks(snapshot)
    .flatMap((task) => callsOfTask(snapshot, task))
    .filter(({ run }) => /^cp /.test(run))
    .map((call) => ({ ...call, hasContainers: false, jobs: [] }));
}

const README = 'README.md';

/** A line of its own, as it is typed. */
const TYPED = /^\s{0,12}(?:\$ )?(cp (?:-\w{1,4} )?[\w./-]{1,100} [\w./-]{1,100})\s{0,8}$/;

function byReadme(snapshot: Snapshot): PipelineCall[] {
  const typed = linesOf(snapshot.text(README) ?? '').flatMap(({ text, number }) => {
    const [, run] = TYPED.exec(text) ?? [];
    return run === undefined ? [] : [{ run, line: number }];
  });
  return typed.map(({ run, line }) => ({
    ...{
      run,
      line,
      words: run.split(' '),
      directory: directoryOf(README),
      isCertain: true,
      isAtEnd: true,
      isFatal: false,
    },
    ...{ environment: new Map(), hasContainers: false, jobs: [], because: [snapshot.evidence(README, line)] },
  }));
}
