import type { CiStep } from '../ci/steps.ts';
import { callsStartedBy } from '../harvest/runner-calls.ts';
import { mayTest } from '../harvest/tests/test-lines.ts';
import { joinPath } from '../paths.ts';
import { type ShellCommand, shellCommands } from '../shell/shell.ts';
import type { Snapshot } from '../snapshot.ts';

/** A command, and where it stands. */
export interface StartedCommand extends Pick<ShellCommand, 'words' | 'run' | 'environment' | 'line'> {
  readonly file: string;
  /** From the repository's root. */
  readonly directory: string;
}

/**
 * The commands of a step, each with what it comes to start by tasks and scripts of the repository: but for tests, which then start their
 * servers themselves.
 */
export function startedCommands(
  snapshot: Snapshot,
  { script, file, directory }: Pick<CiStep, 'script' | 'file' | 'directory'>,
): StartedCommand[] {
  const own = directory ?? '.';
  return shellCommands({ lines: script, directory: '.' }).flatMap((command): StartedCommand[] => {
    const placed = { ...command, file, directory: joinPath(own, command.directory) ?? own };
    // Any script may test, but those that are called so do.
    if (mayTest(command.run.replace(/^\.\//, ''))) return [placed];
    const started = callsStartedBy(snapshot, placed).flatMap((call) =>
      call.because.slice(0, 1).map((because) => ({ ...call, file: because.file })),
    );
    return [placed, ...started];
  });
}
